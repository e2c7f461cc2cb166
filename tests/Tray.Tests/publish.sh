#!/usr/bin/env bash
# Makes the programs that the tests run under Wine: what clerks are given, and what posts messages of the shell.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
bash "$root/client/Tray/package.sh"
dotnet publish "$root/tests/ShellMessages" -c Release -r win-x64 -v quiet --artifacts-path "$root/artifacts/tray-build" \
  -o "$root/artifacts/shell-messages"
