#!/bin/bash

export PG_BACKUP_VERSION=v1
export APP_ENTRYPOINT_VERSION=v1
