#!/bin/bash

# abra app cmd <domain> app superuser_password <password>
superuser_password() {
  /usr/bin/mumble-server -ini /data/mumble_server_config.ini -supw "$1"
}
