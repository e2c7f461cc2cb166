#!/usr/bin/env bash
# Takes the pictures of the server's pages again and puts them where the READMEs show them: tests/Pages.Tests takes them with Chromium,
# ImageMagick makes them small.
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet test tests/Pages.Tests/Pages.Tests.csproj -c Release --filter FullyQualifiedName~PictureTests
for name in check cell overview system start; do
    convert "artifacts/pages/pictures/$name.png" -strip -colors 64 "PNG8:server/images/$name.png"
done
ls -l server/images
