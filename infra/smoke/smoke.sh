#!/usr/bin/env bash
# Asks a running app whether it works: alive, ready, its minerals, its list of briefings, the first of them.
#
#   smoke.sh BASE_URL [--dry-run]      smoke.sh https://HOST    smoke.sh http://localhost:7071
#
# SMOKE_TOKEN, where set, is sent as the caller's access token; it is kept out of arguments and output.
# Ends with 0 when every answer is right, with 1 at the first that is not, with 2 when it is called wrongly.
set -euo pipefail

usage() {
  echo 'usage: smoke.sh BASE_URL [--dry-run]' >&2
  exit 2
}

base='' dry=false
for argument in "$@"; do
  case "$argument" in
    --dry-run) dry=true ;;
    http://* | https://*) [ -z "$base" ] || usage; base=${argument%/} ;;
    *) usage ;;
  esac
done
[ -n "$base" ] || usage

if $dry; then
  printf 'GET %s\n' "$base/api/health/live" "$base/api/health/ready" "$base/api/v1/minerals" "$base/api/v1/briefings" \
    "$base{content of the first briefing listed}"
  exit 0
fi

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# ask PATH KIND: fetches an address; the answer must be 200 and of that kind.
ask() {
  local seen
  seen=$(curl --silent --show-error --max-time 60 --output "$answer" --write-out '%{http_code} %{content_type}' --config - "$base$1" <<< "${SMOKE_TOKEN:+header = \"Authorization: Bearer $SMOKE_TOKEN\"}") || {
    echo "FAIL GET $1: no answer" >&2
    exit 1
  }
  if [[ $seen != "200 $2"* ]]; then
    echo "FAIL GET $1: $seen, expected 200 $2" >&2
    exit 1
  fi
  echo "ok   GET $1"
}

# must PATTERN WHAT: the last answer has this in it.
must() {
  LC_ALL=C grep -q -a -e "$1" "$answer" || {
    echo "FAIL the answer has no $2" >&2
    exit 1
  }
}

ask /api/health/live text/plain
ask /api/health/ready text/plain
ask /api/v1/minerals application/json
must '"minerals": *\[ *{ *"id": *"[a-z]' 'mineral'
ask /api/v1/briefings application/json
content=$(LC_ALL=C grep -o -a -m 1 '"content":"/api/v1/briefings/[a-z0-9.-]*/content\(?vintage=[0-9A-Za-z-]*\)\{0,1\}"' "$answer" | head -n 1 | cut -d '"' -f 4 || true)
[ -n "$content" ] || {
  echo 'FAIL no briefing is listed' >&2
  exit 1
}
ask "$content" application/pdf
must '^%PDF-' 'PDF'
