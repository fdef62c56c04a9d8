#!/bin/sh
# Installs the system libraries that Qt's wheels expect, and a font with Chinese letters.
# Usage: packaging/system_packages.sh run|test
# Where it may not install, it prints the one command that does, and goes on.
set -eu
purpose=${1:-run}

RUN="python3-venv libegl1 libgl1 libopengl0 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6
libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0
libxcb-xkb1 libx11-xcb1 fonts-noto-cjk fonts-noto-core"
TEST="xvfb xdotool x11-utils openbox at-spi2-core dbus dbus-x11 python3-gi gir1.2-atspi-2.0 imagemagick
poppler-utils librsvg2-bin"

[ "$(uname -s)" = Linux ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "hetao-map: this system has no apt-get; install Qt's X11 libraries and Noto Sans CJK with its own tool." >&2
    exit 0
fi

wanted=$RUN
[ "$purpose" = test ] && wanted="$RUN $TEST"
missing=""
for package in $wanted; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    case "$state" in *"ok installed"*) ;; *) missing="$missing $package" ;; esac
done
[ -z "$missing" ] && exit 0

command="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    sudo=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo="sudo"
else
    echo "hetao-map: some system packages are missing; an administrator installs them with:" >&2
    echo "    sudo $command" >&2
    exit 0
fi
$sudo apt-get update -q >/dev/null 2>&1 || true
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo $command >/dev/null 2>&1 || {
    echo "hetao-map: the system packages could not be installed; try:" >&2
    echo "    $command" >&2
}
