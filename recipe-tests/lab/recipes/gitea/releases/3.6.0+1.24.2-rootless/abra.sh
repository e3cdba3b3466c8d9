#!/bin/bash

export APP_INI_VERSION=v2
export ENTRYPOINT_VERSION=v1
