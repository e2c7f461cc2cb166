#!/usr/bin/env bash
# Builds everything and runs every test: bash tests/run.sh
# The last line is "N passed, N failed, N skipped"; the exit code is not 0 when a test failed or none ran.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1
results=artifacts/test-results

usage() {
  cat <<'END'
bash tests/run.sh [--quick | --all] [--only PROJECT]... [--coverage]

  (nothing)       every test; those of thousands of cases try some of them, which a seed picks
  --quick         before a commit: no test that is exhaustive, long, or needs what others wrote; installs nothing
  --all           every test with every case
  --only PROJECT  one project, such as Engine or Engine.Tests, and what it needs is all that is built; may be repeated
  --coverage      measures how many lines of the product each project runs, as the runs of all projects but the quick one do anyway
  --help          this text

  TESTS_SEED=N    tries the same cases again as the run that printed this seed
END
}

# The longest first, so that the short ones fill the other lanes. Whatever is not named here comes first.
order="EndToEnd Tray Formats Client Panel Engine Host Pages Cel Conventions"
# Projects that run at a time: they share no port, no display and no folder, only the machine. EndToEnd, Tray and Panel wait for programs
# most of the time, so that three keep two cores busy.
lanes=3

mode=whole coverage="" only=()

refuse() {
  usage >&2
  printf '\n%s\n' "$1" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --quick | --all)
      [ "$mode" = whole ] || refuse "--quick and --all exclude each other."
      mode=${1#--}
      ;;
    --coverage) coverage=yes ;;
    --only)
      [ $# -gt 1 ] || refuse "--only needs a project."
      [ -d "tests/${2%.Tests}.Tests" ] || refuse "There is no project ${2%.Tests}.Tests in tests."
      only+=("${2%.Tests}.Tests")
      shift
      ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) refuse "$1 is no option." ;;
  esac
  shift
done

if [ "$mode" != quick ] && [ ${#only[@]} = 0 ]; then coverage=yes; fi

export TESTS_SEED=${TESTS_SEED:-$((RANDOM * 32768 + RANDOM))}
# How long a run may take on two cores that have nothing else to do, and after how long a project is taken to hang.
case $mode in
  quick) limit=300 longest=900 order="Host Client Engine EndToEnd Panel Tray Cel Conventions" ;;
  whole) limit=900 longest=3000 ;;
  all) limit=3600 longest=5400 && export TESTS_ALL=1 ;;
esac

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
  command -v g++ >/dev/null || echo g++
  command -v protoc-gen-go >/dev/null || echo protoc-gen-go
  command -v protoc-gen-go-grpc >/dev/null || echo protoc-gen-go-grpc
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  has_postgres || echo postgresql
  command -v soffice >/dev/null || echo libreoffice-writer-nogui
  command -v pdftotext >/dev/null || echo poppler-utils
  command -v chromium >/dev/null || echo chromium
  [ -d /usr/share/poppler/cMap ] || echo poppler-data
  has_chinese_font || echo fonts-wqy-zenhei
  has_nginx || echo nginx-light
  command -v strace >/dev/null || echo strace
  has_wine || echo wine64
  command -v Xvfb >/dev/null || echo xvfb
  command -v xdotool >/dev/null || echo xdotool
  command -v import >/dev/null || echo imagemagick
  command -v dbus-daemon >/dev/null || echo dbus-daemon
  command -v xfce4-panel >/dev/null || echo xfce4-panel
  command -v dunst >/dev/null || echo dunst
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

has_nginx() {
  # Debian keeps it off the path of ordinary users.
  command -v nginx >/dev/null || [ -x /usr/sbin/nginx ]
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

promise() {
  export TESTS_PROMISE_PYTHON=1 TESTS_PROMISE_NODE=1 TESTS_PROMISE_POSTGRES=1 TESTS_PROMISE_OFFICE=1 TESTS_PROMISE_POPPLER=1
  export TESTS_PROMISE_NGINX=1 TESTS_PROMISE_WINE=1 TESTS_PROMISE_CHROMIUM=1 TESTS_PROMISE_RUBY=1 TESTS_PROMISE_JAVA=1
  export TESTS_PROMISE_CPP=1 TESTS_PROMISE_GO=1 TESTS_PROMISE_DESKTOP=1
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
    for folder in client/examples/node client/examples/typescript tests/tools/contract tests/tools/axe; do
      (cd "$folder" && timeout 180 npm ci --ignore-scripts --loglevel=error) || echo "npm ci failed: $folder has no modules."
    done
  fi
}

counter() { # file, name
  grep -o '<Counters [^>]*' "$1" | grep -oE "(^| )$2=\"[0-9]+\"" | grep -oE '[0-9]+'
}

minutes() { # seconds
  printf '%d:%02d' $(($1 / 60)) $(($1 % 60))
}

passed=0 failed=0 skipped=0 summary="" covered="" failures="" unsteady=""
declare -A running=() began=() broken=()

# Those that run, in their order.
projects() {
  local name known=""
  for name in $order; do known+=" $name.Tests"; done
  for name in tests/*.Tests; do
    name=${name#tests/}
    case "$known " in *" $name "*) ;; *) known="$name $known" ;; esac
  done
  for name in $known; do
    if [ ${#only[@]} -gt 0 ]; then
      case " ${only[*]} " in *" $name "*) echo "$name" ;; esac
    elif [ "$mode" = quick ] && { [ "$name" = Formats.Tests ] || [ "$name" = Pages.Tests ]; }; then
      # All of these is long.
      continue
    elif [ -d "tests/$name" ]; then
      echo "$name"
    fi
  done
}

build() { # projects
  local name
  if [ ${#only[@]} = 0 ]; then
    timeout 1800 dotnet build Validation.sln -c Release -v quiet
    return
  fi
  for name in "$@"; do
    timeout 1800 dotnet build "tests/$name/$name.csproj" -c Release -v quiet || return
  done
}

# What runs under Wine, made once. Where this fails, the tests try again and say why.
publish_tray() {
  if [ "$mode" != quick ] && has_wine; then
    echo "publishing the tray program"
    if timeout 900 bash tests/Tray.Tests/publish.sh; then export TESTS_PUBLISHED_TRAY=1; fi
  fi
}

# What is installed and run on a desktop, made once.
package_panel() {
  if [ "$mode" != quick ] && command -v dpkg-deb >/dev/null; then
    echo "making the package of the panel program"
    if XZ_LEVEL=0 timeout 900 bash client/Panel/package.sh; then export TESTS_PACKAGED_PANEL=1; fi
  fi
}

test_project() { # name, and the tests to run again where these are not all
  local name=$1 tests=${2:-} options=() folder=$results/$1${2:+.again}
  if [ "$name" = Tray.Tests ]; then publish_tray; fi
  if [ "$name" = Panel.Tests ]; then package_panel; fi
  if [ -n "$tests" ]; then
    options+=(--filter "$tests")
  elif [ "$mode" = quick ]; then
    options+=(--filter "Size!=Exhaustive&Size!=Long")
  fi
  # The programs of EndToEnd and Pages are processes of their own, which nothing measures.
  if [ "$coverage" = yes ] && [ -z "$tests" ] && [ "$name" != EndToEnd.Tests ] && [ "$name" != Pages.Tests ]; then
    options+=(--collect "XPlat Code Coverage" --settings tests/coverage.runsettings)
  fi
  exec timeout --kill-after=20 "$longest" dotnet test "tests/$name/$name.csproj" -c Release --no-build \
    --results-directory "$folder" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none "${options[@]}"
}

start() { # name
  test_project "$1" >"$results/$1.log" 2>&1 &
  running[$!]=$1 began[$1]=$SECONDS
  printf '\n== %s started\n' "$1"
}

finish() { # name, exit code
  local name=$1 code=$2 trx=$results/$1/$1.trx all=0 ran=0 good=0
  say "$name, $(minutes $((SECONDS - began[$name])))"
  cat "$results/$name.log"
  if [ -s "$trx" ]; then
    all=$(counter "$trx" total) ran=$(counter "$trx" executed) good=$(counter "$trx" passed)
  fi
  local bad=$((ran - good))
  # No results, or a test host that died on the way: something failed that no counter shows.
  if [ "$bad" = 0 ] && { [ "$code" != 0 ] || [ "$all" = 0 ]; }; then
    bad=1 failures+="$name ended with $code"$'\n'
  elif [ "$bad" != 0 ]; then
    failures+=$(failures_of "$trx")$'\n'
    broken[$name]=$(broken_of "$trx") || true
  fi
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + all - ran))
  summary+=$(printf '%-18s %6s  %4d passed, %d failed, %d skipped' \
    "$name" "$(minutes $((SECONDS - began[$name])))" "$good" "$bad" "$((all - ran))")$'\n'
  local lines
  lines=$(lines_of "$name")
  covered+=${lines:+$lines$'\n'}
}

# The tests that failed, each with the beginning of what it says.
failures_of() { # trx
  awk '
    /<UnitTestResult / && /outcome="Failed"/ { match($0, /testName="[^"]*"/); print substr($0, RSTART + 10, RLENGTH - 11); told = 0 }
    /<Message>/ { inside = 1 }
    inside && told < 8 {
      line = $0
      gsub(/.*<Message>|<\/Message>.*|&#xD;/, "", line); gsub(/&lt;/, "<", line); gsub(/&gt;/, ">", line); gsub(/&amp;/, "\\&", line)
      print "    " substr(line, 1, 300); told++
    }
    /<\/Message>|<StackTrace>/ { inside = 0 }' "$1"
}

# The tests that failed as a filter of the test runner. Of a theory all rows are meant.
broken_of() { # trx
  grep -oE '<UnitTestResult [^>]*' "$1" | grep 'outcome="Failed"' | grep -oE ' testName="[^"(]*' | cut -d'"' -f2 | sort -u |
    sed 's/^/FullyQualifiedName=/' | paste -sd'|'
}

# A few tests that failed while others ran are tried once more while nothing else runs. One that passes then counts as passed and is named as
# unsteady: it has hung on chance or on how busy the machine was, and wants mending.
try_again() {
  local name trx code still=0 count
  if [ "$failed" = 0 ] || [ "$failed" -gt 5 ]; then return; fi
  for name in "${!broken[@]}"; do
    if [ -z "${broken[$name]}" ]; then continue; fi
    count=$(grep -oE '<UnitTestResult [^>]*' "$results/$name/$name.trx" | grep -c 'outcome="Failed"')
    say "$name, once more what failed"
    code=0 trx=$results/$name.again/$name.trx
    (test_project "$name" "${broken[$name]}") || code=$?
    if [ ! -s "$trx" ] || [ "$(counter "$trx" executed)" = 0 ]; then continue; fi
    still=$(($(counter "$trx" executed) - $(counter "$trx" passed)))
    if [ "$code" != 0 ] && [ "$still" = 0 ]; then continue; fi
    if [ "$still" -lt "$count" ]; then
      passed=$((passed + count - still)) failed=$((failed - count + still))
      unsteady+="unsteady           $((count - still)) of $name passed when tried once more, see above"$'\n'
    fi
  done
}

# How many lines of each assembly of the product a project's tests run in their own process.
lines_of() { # name
  local file
  for file in "$results/$1"/*/coverage.cobertura.xml; do
    if [ -s "$file" ]; then
      awk -v name="$1" '
        function rate(text) { match(text, /line-rate="[^"]*"/); return 100 * substr(text, RSTART + 11, RLENGTH - 12) }
        /<coverage / { all = rate($0) }
        /<package / { match($0, /name="[^"]*"/); each = each sprintf(", %s %.1f %%", substr($0, RSTART + 6, RLENGTH - 7), rate($0)) }
        END { if (each) printf "%-18s %5.1f %% of the lines: %s\n", name, all, substr(each, 3) }' "$file"
      return
    fi
  done
}

run_projects() { # names
  local queue=("$@") code pid
  while [ ${#queue[@]} -gt 0 ] || [ ${#running[@]} -gt 0 ]; do
    while [ ${#queue[@]} -gt 0 ] && [ ${#running[@]} -lt $lanes ]; do
      start "${queue[0]}"
      queue=("${queue[@]:1}")
    done
    code=0 pid=""
    wait -n -p pid "${!running[@]}" || code=$?
    finish "${running[$pid]}" "$code"
    unset "running[$pid]"
  done
}

# Whoever ends this run ends what it has started.
trap 'for pid in "${!running[@]}"; do kill "$pid" || true; done; exit 130' INT TERM

say "seed $TESTS_SEED"
mapfile -t names < <(projects)
if [ "$mode" != quick ]; then prepare_clients; fi
prepared=$SECONDS

say "building"
rm -rf "$results"
mkdir -p "$results"
if build "${names[@]}"; then
  built=$((SECONDS - prepared))
  run_projects "${names[@]}"
  try_again
else
  built=$((SECONDS - prepared)) failed=1 summary="the build failed"$'\n'
fi

say "results of the $mode run, seed $TESTS_SEED"
printf '%-18s %6s\n' "the build" "$(minutes "$built")"
printf '%s' "$summary" "$covered" "$failures" "$unsteady"
printf '%-18s %6s, of %s on two idle cores\n' "the run" "$(minutes $((SECONDS - prepared)))" "$(minutes "$limit")"
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
