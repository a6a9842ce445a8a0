"""Resources are found from a checkout, an installed wheel and a frozen application alike."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from kcsp_desktop import paths
from tests.gates import ROOT

ASK = "from kcsp_desktop import paths; print(paths.notes_template()); print(paths.resources())"


def files_below(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_checkout_has_them_at_its_top():
    assert paths.resources() == ROOT / "resources"
    assert paths.notes_template().is_file()


def test_a_wheel_carries_all_of_them(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    answer = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path / "site", check=True, capture_output=True
    )
    found = tmp_path / "site" / "kcsp_desktop" / "resources"
    assert str(found / "templates" / "notes.docx") in answer.stdout.decode()
    assert files_below(found) == files_below(ROOT / "resources")


def test_a_frozen_application_has_them_beside_its_modules(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_the_users_own_store_can_be_named_by_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("KCSP_DESKTOP_STORE", str(tmp_path / "mine.db"))
    assert paths.default_store() == tmp_path / "mine.db"


@pytest.mark.skipif(sys.platform != "linux", reason="the folder's name is another elsewhere")
def test_the_users_own_store_lies_in_their_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.default_store() == tmp_path / "kcsp-desktop" / "store.db"
    assert paths.log_file().parent.is_dir()


def test_the_copies_of_a_store_lie_beside_it(tmp_path):
    assert paths.backups_folder(tmp_path / "mine.db").parent == tmp_path


def test_a_frozen_application_looks_for_its_own_dictionary_first(tmp_path, monkeypatch):
    outside = paths.dictionary_folders()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.dictionary_folders() == (tmp_path / "dictionaries", *outside)
