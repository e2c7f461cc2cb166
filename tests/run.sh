#!/usr/bin/env bash
# Builds everything and runs every test: bash tests/run.sh
# The last line is "N passed, N failed, N skipped"; the exit code is not 0 when a test failed or none ran.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1
results=artifacts/test-results

say() { printf '\n== %s\n' "$*"; }

has_python() {
  local python
  for python in /usr/bin/python3 python3; do
    "$python" -c 'import grpc, google.protobuf' 2>/dev/null && return 0
  done
  return 1
}

missing_packages() {
  has_python || echo python3-grpcio python3-protobuf
  command -v protoc >/dev/null || echo protobuf-compiler
  [ -e /usr/include/google/protobuf/duration.proto ] || echo libprotobuf-dev
  ruby -e 'require "grpc"' 2>/dev/null || echo ruby-grpc
  command -v javac >/dev/null || echo openjdk-17-jdk-headless
  command -v grpc_java_plugin >/dev/null || echo protobuf-compiler-grpc-java-plugin
  [ -e /usr/share/java/grpc-netty.jar ] || echo libgrpc-java
  [ -e /usr/share/java/protobuf.jar ] || echo libprotobuf-java
  [ -e /usr/share/java/netty-codec-http2.jar ] || echo libnetty-java
  [ -e /usr/share/java/perfmark-api.jar ] || echo libperfmark-java
  [ -e /usr/share/java/guava.jar ] || echo libguava-java
  [ -e /usr/share/java/geronimo-annotation-1.3-spec.jar ] || echo libgeronimo-annotation-1.3-spec-java
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  has_postgres || echo postgresql
  command -v soffice >/dev/null || echo libreoffice-writer-nogui
  command -v pdftotext >/dev/null || echo poppler-utils
  command -v chromium >/dev/null || echo chromium
  [ -d /usr/share/poppler/cMap ] || echo poppler-data
  has_chinese_font || echo fonts-wqy-zenhei
  has_wine || echo wine64
  command -v Xvfb >/dev/null || echo xvfb
  command -v xdotool >/dev/null || echo xdotool
  command -v import >/dev/null || echo imagemagick
  [ -e /usr/share/fonts/truetype/wqy/wqy-microhei.ttc ] || echo fonts-wqy-microhei
}

has_wine() {
  # Debian keeps the 64 bit loader off the path.
  [ -x /usr/lib/wine/wine64 ] || command -v wine64 >/dev/null || command -v wine >/dev/null
}

has_chinese_font() {
  compgen -G '/usr/share/fonts/truetype/wqy/*' >/dev/null
}

has_postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

promise() {
  export TESTS_PROMISE_PYTHON=1 TESTS_PROMISE_NODE=1 TESTS_PROMISE_POSTGRES=1 TESTS_PROMISE_OFFICE=1 TESTS_PROMISE_POPPLER=1
  export TESTS_PROMISE_WINE=1 TESTS_PROMISE_CHROMIUM=1 TESTS_PROMISE_RUBY=1 TESTS_PROMISE_JAVA=1
}

# The programs that others wrote. A promised one that does not work fails its tests; without the promise they are skipped.
prepare_clients() {
  local packages
  packages=$(missing_packages | xargs)
  if [ -n "$packages" ] && may_install; then
    say "installing $packages"
    export DEBIAN_FRONTEND=noninteractive
    # A mirror that is out of reach for an update may still have the packages that are listed.
    as_root timeout 180 apt-get -qq update || true
    # shellcheck disable=SC2086
    as_root timeout 600 apt-get -qq install -y --no-install-recommends $packages >/dev/null || true
    promise
  elif [ -n "$packages" ]; then
    say "not installed, and no right to install: $packages. The tests that need them are skipped."
  else
    promise
  fi
  if command -v npm >/dev/null; then
    local folder
    for folder in client/examples/node; do
      (cd "$folder" && timeout 180 npm ci --loglevel=error) || echo "npm ci failed: $folder has no modules."
    done
  fi
}

counter() { # file, name
  grep -o '<Counters [^>]*' "$1" | grep -oE "(^| )$2=\"[0-9]+\"" | grep -oE '[0-9]+'
}

passed=0 failed=0 skipped=0 summary=""

run_project() { # name
  local name=$1 trx=$results/$1.trx code=0 all=0 ran=0 good=0
  say "$name"
  timeout --kill-after=20 1200 dotnet test "tests/$name/$name.csproj" -c Release --no-build --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --blame-hang-timeout 5m --blame-hang-dump-type none || code=$?
  if [ -s "$trx" ]; then
    all=$(counter "$trx" total) ran=$(counter "$trx" executed) good=$(counter "$trx" passed)
  fi
  local bad=$((ran - good))
  # No results, or a test host that died on the way: something failed that no counter shows.
  if [ "$bad" = 0 ] && { [ "$code" != 0 ] || [ "$all" = 0 ]; }; then bad=1; fi
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + all - ran))
  summary+=$(printf '%-22s %4d passed, %d failed, %d skipped' "$name" "$good" "$bad" "$((all - ran))")$'\n'
}

# What runs under Wine, made once. Where this fails, the tests try again and say why.
publish_tray() {
  if has_wine; then
    say "publishing the tray program"
    if timeout 600 bash tests/Tray.Tests/publish.sh; then export TESTS_PUBLISHED_TRAY=1; fi
  fi
}

prepare_clients

say "building"
if timeout 1200 dotnet build Validation.sln -c Release -v quiet; then
  publish_tray
  rm -rf "$results"
  for project in tests/*.Tests; do
    run_project "${project#tests/}"
  done
else
  failed=1 summary="the build failed"$'\n'
fi

say "results"
printf '%s' "$summary"
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
