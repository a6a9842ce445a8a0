#!/usr/bin/env bash
# Make the machine ready for a purpose: Debian packages, then .venv from the lock.
#
#   .setup/debian.sh run     what the window needs
#   .setup/debian.sh test    that, and what the tests read documents back with
#   .setup/debian.sh package that, and what PyInstaller takes a program apart with
#
# Says nothing and takes a moment where all is there. Anything but Debian and its children: the
# packages are left to you, .venv is made all the same.
set -eu
purpose=$1

# python3-venv: Debian's python3 comes without it. The rest is what Qt is linked with, or opens
# when it starts: six for any window, eleven more for one on an X display, one for Wayland.
# hunspell-en-gb: the British dictionary; without it the window opens all the same, and marks no
# misspelling.
run_packages="python3-venv fonts-inter hunspell-en-gb
  libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3
  libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
  libxcb-render-util0 libxcb-shape0 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0
  libwayland-cursor0"
# For tests only: PDFs of documents are made and read back, in the fonts the template names, and
# spreadsheets are opened by another program than the one that wrote them.
test_packages="libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation"

packages=$run_packages
lock=requirements.lock
if [ "$purpose" != run ]; then
  packages="$run_packages $test_packages"
  lock=requirements-dev.lock
fi
if [ "$purpose" = package ]; then
  # A Debian python3 holds its library inside; the packaged program needs it on its own.
  packages="$packages binutils libpython$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
fi

missing_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  for name in $packages; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || printf ' %s' "$name"
  done
}

ask_for_root() {
  echo "Some packages are missing. Run this line as root, then try again:" >&2
  echo "apt-get update && apt-get install -y --no-install-recommends$1" >&2
  exit 1
}

install_packages() {
  if [ "$(id -u)" = 0 ]; then
    as_root="env"
  elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; then
    as_root="sudo env"
  else
    ask_for_root "$1"
  fi
  echo "Installing with apt-get:$1"
  said=$(mktemp)
  # shellcheck disable=SC2086 # both are lists of words
  if ! { $as_root apt-get update -q &&
         $as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $1
       } >"$said" 2>&1; then
    tail -n 15 "$said" >&2
    exit 1
  fi
  rm -f "$said"
}

missing=$(missing_packages)
[ -z "$missing" ] || install_packages "$missing"

# The stamp holds what .venv was made from; a checkout that was moved makes it anew too.
stamp=.venv/.installed-$lock
wanted=$( { pwd; cat "$lock" pyproject.toml .setup/debian.sh; } | sha256sum | cut -d' ' -f1)
[ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ] || exit 0

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
# Of a venv that was moved, or that an earlier try left half made, only the shape is there.
.venv/bin/pip --version >/dev/null 2>&1 || python3 -m venv --clear .venv
echo "Installing what $lock names into .venv"
pip=".venv/bin/python -m pip --quiet --disable-pip-version-check"
# Compiled here, once: uncompiled modules double the time to the window.
$pip install --compile --require-hashes -r "$lock"
$pip install --no-deps --no-build-isolation -e .
.venv/bin/python -m compileall -q kcsp_desktop
echo "$wanted" >"$stamp"
