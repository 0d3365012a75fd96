#!/usr/bin/env bash
# Makes the package that the function app starts from.
#
#   package.sh [--out FILE]      publishes the app for linux-x64 with its own runtime, checks the folder, zips it (default: out/released-package.zip)
#   package.sh --check FOLDER    checks a published folder
#   package.sh --zip FOLDER FILE checks a published folder and zips it
#
# Ends with 0, with 1 when the folder is not one that the Functions host would start, with 2 when it is called wrongly.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

usage() {
  sed -n '4,6s/^# *//p' "$here/package.sh" >&2
  exit 2
}

case "${1-}" in
  --check)
    [ $# -eq 2 ] || usage
    exec node "$here/check.mjs" "$2"
    ;;
  --zip)
    [ $# -eq 3 ] || usage
    node "$here/check.mjs" "$2"
    exec node "$here/zip.mjs" "$2" "$3"
    ;;
  --out)
    [ $# -eq 2 ] || usage
    package=$2
    ;;
  '')
    package=$root/out/released-package.zip
    ;;
  *)
    usage
    ;;
esac

# A build of its own: the developer's build output and lock files, which know no runtime, stay as they are. Its folder has another name
# each time, which must not get into the assemblies. Analysers have their say in the build that is tested.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish "$root/functions/Pipeline.App" --configuration Release --runtime linux-x64 --self-contained \
  --artifacts-path "$work/build" --output "$work/app" \
  --disable-build-servers -p:RunAnalyzers=false -p:RestoreLockedMode=false -p:NuGetLockFilePath=obj/linux-x64.packages.lock.json -p:DebugType=none \
  "-p:PathMap=$root/=/_/%2C$work/=/_/package/"
node "$here/check.mjs" "$work/app"
mkdir -p "$(dirname "$package")"
node "$here/zip.mjs" "$work/app" "$package"
