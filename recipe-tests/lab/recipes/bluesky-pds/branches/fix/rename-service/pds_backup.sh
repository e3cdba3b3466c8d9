#!/bin/bash
# The running server writes to its databases, so consistent copies of them are what is backed up; with them its accounts' keys.
set -euo pipefail

cd "$PDS_DATA_DIRECTORY"

# What it keeps of accounts and of blobs is not there before there are any.
backup() {
  rm -rf backup
  mkdir -p backup blocks
  find . -path ./backup -prune -o -name key -type f -print0 | xargs -0r cp --parents --target-directory=backup
  find . -path ./backup -prune -o -name '*.sqlite' -type f -print | while read -r database; do
    mkdir -p "backup/$(dirname "$database")"
    sqlite3 "$database" '.timeout 20000' ".backup 'backup/$database'"
  done
}

restore() {
  (cd backup && find . -name key -type f -print0) | (cd backup && xargs -0r cp --parents --target-directory=..)
  (cd backup && find . -name '*.sqlite' -type f -print) | while read -r database; do
    mkdir -p "$(dirname "$database")"
    sqlite3 "$database" '.timeout 20000' ".restore 'backup/$database'"
  done
}

"$@"
