"""The dictionary is found where a package put it, in whatever encoding its files are."""

import pytest

from kcsp_desktop import paths
from kcsp_desktop.importing import dictionary

AFFIXES = "SET {}\nTRY esiar\nSFX S Y 1\nSFX S 0 s .\n"


def a_dictionary(folder, encoding="UTF-8"):
    folder.mkdir(exist_ok=True)
    affixes, words = AFFIXES.format(encoding), "3\nharbour/S\n\ncafé\nquay\n"
    (folder / "en_GB.aff").write_text(affixes, encoding=encoding)
    (folder / "en_GB.dic").write_text(words, encoding=encoding)
    return folder


def test_the_first_folder_that_holds_both_files_is_taken(tmp_path):
    half, whole = tmp_path / "half", a_dictionary(tmp_path / "whole")
    half.mkdir()
    (half / "en_GB.aff").touch()
    assert dictionary.found((tmp_path / "none", half, whole)) == whole / "en_GB"
    assert dictionary.found((half,)) is None


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO8859-1"])
def test_words_are_looked_up_and_suggested(tmp_path, encoding):
    made = dictionary.loaded(a_dictionary(tmp_path / "d", encoding) / "en_GB")
    looked_up = {word: made.lookup(word) for word in ("harbours", "café", "harbor", "Quay")}
    assert looked_up == {"harbours": True, "café": True, "harbor": False, "Quay": True}
    assert "harbour" in set(made.suggest("harbor"))


def test_the_systems_own_dictionary_is_british():
    place = dictionary.found(paths.dictionary_folders())
    if place is None:
        pytest.skip("hunspell-en-gb is not installed")
    made = dictionary.loaded(place)
    right = ("colour", "analyse", "didn't", "minuted", "co-ordinate")
    assert [made.lookup(word) for word in right] == [True] * len(right)
    assert [made.lookup(word) for word in ("color", "analyze", "recieve")] == [False] * 3
