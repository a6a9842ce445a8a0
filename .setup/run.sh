#!/usr/bin/env bash
# Open the application; without a display, do the main job offscreen and say where it lies.
set -eu
app=.venv/bin/kcsp-desktop
system=$(uname -s)
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$system" = Darwin ]; then
  exec "$app"
fi

echo "There is no display, so the main job is done offscreen, in a fresh store with the sample."
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
