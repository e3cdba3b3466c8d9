#!/bin/sh
exec discourse sidekiq
