#!/bin/sh
# Checks drafts over HTTP: check.sh [--server 127.0.0.1:5080] draft.txt ...
# Prints each reply as JSON. Exits with 1 when a draft got no reply. Needs curl.
set -u
server=127.0.0.1:5080
if [ "${1:-}" = --server ]; then
  server=${2:?--server needs an address}
  shift 2
fi
[ $# -gt 0 ] || { echo "usage: check.sh [--server 127.0.0.1:5080] draft.txt ..." >&2; exit 2; }

case $server in
  http://* | https://*) ;;
  *) server=http://$server ;;
esac

failed=0
for draft; do
  # A problem is printed too: its body says what is wrong.
  curl --silent --show-error --fail-with-body --max-time 60 --form "file=@\"$draft\"" "$server/v1/validate?omit_report&pretty" || failed=1
done
exit $failed
