#!/bin/bash
set -euo pipefail

PDS_JWT_SECRET=$(cat /run/secrets/jwt_secret)
PDS_ADMIN_PASSWORD=$(cat /run/secrets/admin_password)
PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX=$(cat /run/secrets/plc_key)
export PDS_JWT_SECRET PDS_ADMIN_PASSWORD PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX

exec node --enable-source-maps index.mjs
