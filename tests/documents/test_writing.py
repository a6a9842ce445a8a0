"""A target is whole or as it was; where it cannot be taken a sentence says why."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kcsp_desktop.documents.writing import write_beside
from kcsp_desktop.domain.errors import KcspError


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Notes.docx", "~$Notes.docx"),
        ("Minutes.docx", "~$inutes.docx"),
        ("KCSP Notes.docx", "~$SP Notes.docx"),
        ("KCSP Notes.docx", ".~lock.KCSP Notes.docx#"),
    ],
)
def test_a_target_that_is_open_elsewhere_is_left_alone(tmp_path, name, owner):
    target = tmp_path / name
    target.write_bytes(b"old")
    (tmp_path / owner).touch()
    target.with_name(f"{target.stem} (2).docx").write_bytes(b"older")
    path, sentence = write_beside(target, b"new")
    assert (path.name, path.read_bytes()) == (f"{target.stem} (3).docx", b"new")
    assert target.read_bytes() == b"old"
    assert sentence == (
        f"{name} is open in another program; this one is called {target.stem} (3).docx."
    )


def test_a_lock_that_was_left_behind_does_not_matter_where_there_is_no_target(tmp_path):
    (tmp_path / "~$Notes.docx").touch()
    assert write_beside(tmp_path / "Notes.docx", b"new") == (tmp_path / "Notes.docx", "")


def test_a_target_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "Notes.docx"
    target.write_bytes(b"old")
    assert write_beside(target, b"new") == (target, "")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("Notes.docx", b"new")
    ]


def test_a_name_may_be_as_long_as_a_name_can_be(tmp_path):
    target = tmp_path / f"{'n' * 250}.docx"
    assert write_beside(target, b"new") == (target, "")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none/Notes.docx", "There is no folder"),
        (".", "is a folder"),
        (f"{'n' * 300}.docx", r"could not be written \(File name too long\)"),
    ],
)
def test_what_cannot_be_a_target_is_a_sentence(tmp_path, name, sentence):
    with pytest.raises(KcspError, match=sentence):
        write_beside(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


def refusing(code):
    def replace(self, target):
        raise OSError(code, os.strerror(code))

    return replace


def test_a_disk_that_is_full_leaves_the_target_as_it_was(tmp_path, monkeypatch):
    target = tmp_path / "Notes.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refusing(errno.ENOSPC))
    with pytest.raises(KcspError, match=r"Notes\.docx could not be written"):
        write_beside(target, b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_folder_that_is_not_the_user_s_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "replace", refusing(errno.EACCES))
    with pytest.raises(KcspError, match="cannot be written to"):
        write_beside(tmp_path / "Notes.docx", b"new")
    assert list(tmp_path.iterdir()) == []
