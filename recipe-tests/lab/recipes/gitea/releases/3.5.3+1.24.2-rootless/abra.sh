#!/bin/bash

export APP_INI_VERSION=v1
export ENTRYPOINT_VERSION=v1
