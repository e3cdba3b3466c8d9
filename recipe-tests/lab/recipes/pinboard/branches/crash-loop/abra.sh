#!/bin/bash

export SETTINGS_VERSION=v3
