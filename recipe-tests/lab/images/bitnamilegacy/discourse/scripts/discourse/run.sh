#!/bin/sh
exec discourse serve 3000
