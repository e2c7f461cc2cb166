#!/usr/bin/env bash
# Makes the package for Debian and its kin, such as UOS and Kylin: bash client/Panel/package.sh [amd64 | arm64] [folder]. The folder, by
# default artifacts/panel, then holds validation-panel_VERSION_ARCHITECTURE.deb. Needs the .NET SDK and dpkg-deb, on any architecture.
#   SOURCE_DATE_EPOCH  the time of everything in the package, by default that of the last commit: the same sources make the same package
#   MAINTAINER         who hands the package out, such as "Office <office@body.gov.cn>"
#   XZ_LEVEL           how hard to compress, from 0 to 9, by default 6
set -euo pipefail
exec </dev/null
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/client/Panel
architecture=${1:-amd64}
output=${2:-$root/artifacts/panel}
case $architecture in
  amd64) runtime=linux-x64 ;;
  arm64) runtime=linux-arm64 ;;
  *) echo "There is no package for $architecture: amd64 or arm64." >&2 && exit 2 ;;
esac
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH

version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")
maintainer=${MAINTAINER:-"Validation maintainers <maintainers@validation.invalid>"}
mkdir -p "$output"
output=$(cd "$output" && pwd)
work=$output/$architecture
tree=$work/tree
rm -rf "$tree"
mkdir -p "$tree"

# Folders of its own: the builds for this machine stay as they are.
publish() { # project, program
  dotnet publish "$root/client/$1" -c Release -r "$runtime" -v quiet --artifacts-path "$root/artifacts/panel-build" -o "$work/$2"
  install -D -m 755 "$work/$2/$2" "$tree/usr/bin/$2"
}

put() { # source, mode, target
  install -D -m "$2" "$1" "$tree/$3"
}

pack() { # source, target without .gz
  put "$1" 644 "$2"
  gzip -9n "$tree/$2"
}

publish Panel validation-panel
publish Cli validate
# The national set, for rules that are looked at without a server, stands beside the program.
mkdir -p "$tree/usr/lib/validation-panel"
mv "$tree/usr/bin/validate" "$tree/usr/lib/validation-panel/validate"
install -D -m 644 -t "$tree/usr/lib/validation-panel/rules" "$root"/server/rules/*.yaml
ln -s ../lib/validation-panel/validate "$tree/usr/bin/validate"

put "$here/package/validation-panel.desktop" 644 usr/share/applications/validation-panel.desktop
put "$here/package/autostart.desktop" 644 etc/xdg/autostart/validation-panel.desktop
put "$here/package/policy.conf" 644 etc/validate/policy.conf
put "$here/package/validation-watch.service" 644 usr/lib/systemd/user/validation-watch.service
put "$here/package/copyright" 644 usr/share/doc/validation-panel/copyright
put "$here/package/lintian-overrides" 644 usr/share/lintian/overrides/validation-panel
for icon in "$here"/package/icons/*.png; do
  size=$(basename "$icon" .png)
  put "$icon" 644 "usr/share/icons/hicolor/${size}x$size/apps/validation-panel.png"
done
for page in "$here"/package/man/*.1; do
  pack "$page" "usr/share/man/man1/$(basename "$page")"
done
cat >"$work/changelog" <<END
validation-panel ($version) stable; urgency=medium

  * Version $version of the sources; their CHANGELOG.md says what changed.

 -- $maintainer  $(LC_ALL=C date -u -d "@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %H:%M:%S +0000')
END
pack "$work/changelog" usr/share/doc/validation-panel/changelog

find "$tree" -type d -exec chmod 755 {} +
find "$tree" -type f ! -path '*/usr/bin/*' ! -path '*/validation-panel/validate' -exec chmod 644 {} +
mkdir -m 755 "$tree/DEBIAN"
size=$(du -sk --apparent-size --exclude=DEBIAN "$tree" | cut -f1)
sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$size/; s|@MAINTAINER@|$maintainer|" \
  "$here/package/control" >"$tree/DEBIAN/control"
(cd "$tree" && find etc -type f | LC_ALL=C sort | sed 's:^:/:') >"$tree/DEBIAN/conffiles"
(cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
chmod 644 "$tree"/DEBIAN/*
find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

# xz, because the dpkg of UOS and Kylin knows nothing newer.
dpkg-deb --root-owner-group --uniform-compression -Zxz "-z${XZ_LEVEL:-6}" --build "$tree" \
  "$output/validation-panel_${version}_$architecture.deb"
