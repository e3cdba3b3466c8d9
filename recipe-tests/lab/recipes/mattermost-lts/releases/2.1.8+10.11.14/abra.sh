#!/bin/bash

export APP_ENTRYPOINT_VERSION=v1
