"""Words of which some are bold, broken into lines: nothing is lost, and only they are bold."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from kcsp_desktop.ui.kit.painting import strong_lines
from kcsp_desktop.ui.kit.rows import Cell

WORDS = st.text("ab ,", min_size=1, max_size=60).map(str.strip).filter(bool)


def lines(text, strong, width, most=2):
    plain, heavy = QFont("Arial", 12), QFont("Arial", 12)
    heavy.setBold(True)
    return strong_lines(plain, heavy, Cell(text=text, strong=strong), width, most)


@given(WORDS, st.data(), st.integers(20, 2000))
def test_with_lines_enough_all_words_are_there_and_the_phrase_alone_is_bold(qapp, text, data, wide):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    told = [piece for line in lines(text, (start, end), wide, most=999) for piece in line]
    assert "".join(words for words, _ in told).rstrip() == text
    assert "".join(words for words, bold in told if bold).strip() == text[start:end].strip()


def test_what_is_left_over_is_told_by_dots(qapp):
    shown = lines("many words that go on and on", (0, 4), 60)
    assert len(shown) == 2
    assert shown[0][0] == ("many", True)
    assert shown[-1][-1] == ("…", False)


def test_what_fits_has_one_line_and_no_dots(qapp):
    assert lines("a plan", (2, 6), 2000) == [[("a ", False), ("plan", True), (" ", False)]]
