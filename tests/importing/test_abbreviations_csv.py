"""A table of abbreviations: read, told where it is wrong, and the same again when written."""

import csv
import io
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.documents.lists.abbreviations_csv import as_table, write_table
from kcsp_desktop.domain.abbreviations import Abbreviation, is_typeable
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.importing import tables
from kcsp_desktop.importing.abbreviations_csv import Brought, understood
from kcsp_desktop.importing.tables import read_text

THERE = (Abbreviation(id="there", short="ptm", full="A Partnership Member"),)


def brought(text, there=()):
    numbers = count(1)
    return understood(text, there, lambda: f"new-{next(numbers)}")


def rows(text, there=()):
    return [(one.short, one.full, one.acronym) for one in brought(text, there).new]


@pytest.mark.parametrize(
    "text",
    [
        "asb,anti-social behaviour,word\nDRP,Domestic Review Panel,acronym\n",
        "asb;anti-social behaviour;word\r\nDRP;Domestic Review Panel;acronym\r\n",
        "Typed,Stands for,Kind\nasb,anti-social behaviour\nDRP,Domestic Review Panel,Acronym",
        "\n,,\nshort,full\n\nasb,  anti-social  behaviour ,\nDRP,Domestic Review Panel,acronym,,",
        '"asb";"anti-social behaviour"\n"DRP";"Domestic Review Panel";"acronym"',
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(text):
    found = brought(text)
    assert (found.wrong, found.passed_over) == ((), ())
    assert rows(text) == [
        ("asb", "anti-social behaviour", False),
        ("DRP", "Domestic Review Panel", True),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("asb", "Line 2: what is typed and what it stands for are both needed."),
        (",behaviour", "Line 2: what is typed and what it stands for are both needed."),
        ("a b,one", "Line 2: “a b” cannot be typed as one word: letters and digits only."),
        ("asb,one,verb", "Line 2: “verb” is no kind: say “word” or “acronym”."),
        ("asb,one,word,two", "Line 2: there are more than three columns."),
        (
            'asb,"one', "The file is not a table: a quotation mark is opened and not closed."
        ),
    ],
)  # fmt: skip
def test_a_line_that_is_wrong_is_told_and_nothing_comes_in(line, said):
    assert brought(f"pm,Partnership Meeting\n{line}\n") == Brought(wrong=(said,))


def test_a_first_line_of_one_cell_is_no_heads():
    said = "Line 1: what is typed and what it stands for are both needed."
    assert brought("typed\n").wrong == (said,)


def test_lines_are_counted_as_a_text_editor_counts_them():
    found = brought('pm,"Partnership\nMeeting"\n\na b,one\n')
    assert found.wrong[0].startswith("Line 4:")


def test_what_is_there_already_is_passed_over_and_told():
    found = brought("ptm,A Member\nasb,one\nasb,two\n", THERE)
    assert [one.full for one in found.new] == ["one"]
    assert found.passed_over == (
        "Line 1: “ptm” stands for “A Partnership Member” already.",
        "Line 3: “asb” stands on line 2 already.",
    )


@pytest.mark.parametrize("text", ["", "\n", "typed,stands for,kind\n"])
def test_a_table_of_nothing_brings_nothing(text):
    assert brought(text) == Brought()


CLEAN = st.text(max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
ODD = st.sampled_from("'=+-@\";,").flatmap(lambda sign: CLEAN.map(lambda text: sign + text))
SHORT = st.text(min_size=1, max_size=8).filter(is_typeable)
VALUES = st.lists(
    st.builds(Abbreviation, id=st.just("x"), short=SHORT, full=CLEAN | ODD, acronym=st.booleans()),
    unique_by=lambda one: one.short,
    max_size=8,
)


def _is_encodable(values):
    try:
        as_table(values).encode()
    except UnicodeEncodeError:
        return False
    return True


@given(VALUES.filter(_is_encodable))
def test_what_is_written_is_read_back(values):
    found = understood(as_table(values), (), lambda: "x")
    assert found == Brought(new=tuple(values))


@given(VALUES)
def test_no_cell_that_is_written_is_a_formula(values):
    for cells in csv.reader(io.StringIO(as_table(values), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_a_file_is_written_and_read_with_its_mark(tmp_path):
    path, sentence = write_table(tmp_path / "abbreviations.csv", THERE)
    assert sentence == ""
    assert path.read_bytes().startswith(b"\xef\xbb\xbftyped")
    assert rows(read_text(path)) == [("ptm", "A Partnership Member", False)]


def test_a_file_that_is_no_text_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    with pytest.raises(KcspError, match="could not be read"):
        read_text(path)
    path.write_bytes("asb,café".encode("cp1252"))
    with pytest.raises(KcspError, match="CSV UTF-8"):
        read_text(path)
    monkeypatch.setattr(tables, "MOST_BYTES", 3)
    with pytest.raises(KcspError, match="too large"):
        read_text(path)
