#!/usr/bin/env bash
# Install the Debian packages of a purpose (run, test) and make .venv. Does nothing twice.
set -eu
purpose=$1
run_packages="python3-venv libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3 fonts-inter
  libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0
  libxcb-render-util0 libxcb-randr0 libxcb-xfixes0 libxcb-xkb1 libx11-xcb1"
test_packages="$run_packages libreoffice-writer-nogui poppler-utils fonts-liberation"
packages=$run_packages
[ "$purpose" = test ] && packages=$test_packages

missing=""
if command -v dpkg-query >/dev/null 2>&1; then
  for name in $packages; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing="$missing $name"
  done
fi
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then as_root=""
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo"
  else
    echo "Some packages are missing. Run this line as root, then try again:" >&2
    echo "apt-get install --no-install-recommends -y$missing" >&2
    exit 1
  fi
  echo "Installing:$missing"
  $as_root apt-get update -q >/dev/null
  # shellcheck disable=SC2086 # a list of names
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install --no-install-recommends -y -q $missing >/dev/null
fi

lock=requirements.lock
[ "$purpose" = test ] && lock=requirements-dev.lock
stamp=.venv/.installed-$purpose
wanted=$(cat "$lock" pyproject.toml .setup/debian.sh | sha256sum | cut -d' ' -f1)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
  python3 -c 'import sys; sys.exit("Python 3.11 or newer is needed.") if sys.version_info < (3, 11) else None'
  [ -x .venv/bin/python ] || python3 -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --compile --require-hashes -r "$lock"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
  echo "$wanted" > "$stamp"
fi
