#!/usr/bin/env bash
# Open the application; without a display, do the main job offscreen and say where it lies.
set -eu
app=.venv/bin/kcsp-desktop
system=$(uname -s)

# A DISPLAY left over from another session is no display: Qt would abort and speak of reinstalling.
x_answers() {
  .venv/bin/python - <<'PYTHON'
import ctypes, sys
try:
    xcb = ctypes.CDLL("libxcb.so.1")
except OSError:
    sys.exit(0)  # cannot be asked: let Qt find out
xcb.xcb_connect.restype = ctypes.c_void_p
sys.exit(xcb.xcb_connection_has_error(ctypes.c_void_p(xcb.xcb_connect(None, None))) != 0)
PYTHON
}

none="There is no display"
if [ -n "${WAYLAND_DISPLAY:-}" ] || [ "$system" = Darwin ]; then
  exec "$app"
elif [ -n "${DISPLAY:-}" ]; then
  if x_answers; then exec "$app"; fi
  none="The display $DISPLAY does not answer"
fi

echo "$none, so the main job is done offscreen, in a fresh store with the sample."
export QT_QPA_PLATFORM=offscreen
out=build/first-run
rm -rf "$out"
mkdir -p "$out"
"$app" --store "$out/store.db" sample
meeting=$("$app" --store "$out/store.db" meetings | tail -n 1 | cut -d' ' -f1)
notes=$("$app" --store "$out/store.db" export notes "$meeting" --out "$out/Notes.docx")
picture=$("$app" --store "$out/store.db" picture --meeting "$meeting" --out "$out/window.png")
echo "Notes of $meeting: $(realpath "$notes")"
echo "Picture of the window: $(realpath "$picture")"
