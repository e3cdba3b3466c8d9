#!/bin/bash

export APP_ENTRYPOINT_VERSION=v1
export PG_BACKUP_VERSION=v1
