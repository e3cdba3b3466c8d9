#!/bin/bash
set -euo pipefail

KC_DB_PASSWORD=$(cat /run/secrets/db_password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(cat /run/secrets/admin_password)
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD

# Keycloak ends where its database does not answer yet, as on a first deploy.
for ((tries = 0; tries < 60; tries++)); do
  if (exec 3<>"/dev/tcp/$KC_DB_URL_HOST/5432") 2>/dev/null; then break; fi
  sleep 1
done

exec /opt/keycloak/bin/kc.sh start --optimized
