#!/usr/bin/env bash
# Makes what clerks are given: bash client/Tray/package.sh [folder]. The folder, by default artifacts/tray, then holds the program with
# what belongs to it, and the same as a .zip. Needs the .NET SDK only, on any system.
set -euo pipefail
exec </dev/null
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
output=${1:-$root/artifacts/tray}
mkdir -p "$output"
output=$(cd "$output" && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

# Folders of its own: the builds for this machine stay as they are.
dotnet publish "$root/client/Tray" -c Release -r win-x64 -v quiet --artifacts-path "$root/artifacts/tray-build" \
  -o "$output/validation-tray" "-p:PackageFile=$output/validation-tray.zip"
