"""Papers' content in the store: kept once, read back, and missed where it is not there."""

import sqlite3

import pytest

from kcsp_desktop import paths
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import FileId
from kcsp_desktop.store.files import content_of, file_id, template_file
from kcsp_desktop.store.opening import open_store


def test_what_is_kept_is_read_back_beside_the_writer(path):
    store = open_store(path)
    name = store.keep_file(b"%PDF-1.7 \x00 made up")
    assert content_of(path, name) == b"%PDF-1.7 \x00 made up"
    assert name == store.keep_file(b"%PDF-1.7 \x00 made up") == file_id(b"%PDF-1.7 \x00 made up")
    store.close()
    assert content_of(path, name) == b"%PDF-1.7 \x00 made up"


def test_what_is_not_there_is_a_sentence(path):
    open_store(path).close()
    with pytest.raises(KcspError, match="not in the store"):
        content_of(path, FileId("0" * 64))


def test_content_that_is_not_what_its_name_says_is_not_given_out(path):
    store = open_store(path)
    name = store.keep_file(b"as it was")
    store.close()
    conn = sqlite3.connect(path)
    conn.execute("UPDATE files SET content = ?", (b"as it is not",))
    conn.commit()
    conn.close()
    with pytest.raises(KcspError, match="damaged"):
        content_of(path, name)


def test_one_that_only_looks_on_keeps_nothing(path):
    open_store(path).close()
    store = open_store(path, write=False)
    with pytest.raises(KcspError):
        store.keep_file(b"anything")
    store.close()


def test_a_template_is_laid_out_as_a_file_and_again_where_it_was_spoilt(path):
    store = open_store(path)
    name = store.keep_file(b"a template")
    store.close()
    laid = template_file(path, name)
    assert laid.read_bytes() == b"a template"
    laid.write_bytes(b"spoilt")
    assert template_file(path, name).read_bytes() == b"a template"


def test_a_body_without_one_has_the_delivered_template(path):
    assert template_file(path, None) == paths.notes_template()
    assert template_file(None, FileId("0" * 64)) == paths.notes_template()


def test_a_template_that_is_not_there_is_a_sentence(path):
    open_store(path).close()
    with pytest.raises(KcspError, match="not in the store"):
        template_file(path, FileId("1" * 64))
