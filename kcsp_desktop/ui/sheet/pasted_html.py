"""A copied page (Word, mail, office programs, the web) read as lines. Pure; no Qt.

How this works: ``_Reader`` keeps a stack of open elements, each with the marks and the hiding it
has by itself or by those around it, and ends a line wherever an element stands on lines of its
own. A table holds back its lines until it ends, then ``pasted_table`` flattens it. Nothing a page
can hold is an error: what is not understood is passed over, its words kept. Must stay in step:
``pasted_text`` (what the lines become).

An address goes in brackets behind the words of its link, for minutes are printed and paper cannot
be clicked; only addresses of the web and of mail, for a file's or a page's own lead nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import takewhile

from kcsp_desktop.domain.blocks import BOLD, ITALIC, BlockKind
from kcsp_desktop.ui.sheet.pasted_table import Cell, flattened
from kcsp_desktop.ui.sheet.pasted_text import LINE_ENDS, Line

_HIDDEN = frozenset(
    ("del", "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title",
     "xml"),
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol"))
_LINES_OF_THEIR_OWN = _HEADINGS | _LISTS | frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "p",
     "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
)  # fmt: skip
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"),
)
# What a new element ends that was left open, and within what that is looked for.
_ENDS = {
    "li": (("li",), ("ul", "ol", "table")),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr",), ("table",)),
}
_MARKS = {"b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC}
_CONDITION = re.compile(r"<!\[(if[^\]>]*|endif)\]>", re.IGNORECASE)
_LEVEL = re.compile(r"\blevel(\d)", re.IGNORECASE)
_LETTERED = re.compile(r"^(?:[aAiI]|(?:lower|upper)-(?:alpha|latin|roman))$")
_DEEPEST = 400


@dataclass(slots=True)
class _Element:
    tag: str
    flags: int
    hidden: bool
    attrs: dict[str, str]
    style: dict[str, str]
    typed: bool  # it is a list's number or bullet
    text: str = ""  # of a link: its words so far


@dataclass(slots=True)
class _Table:
    rows: list[list[Cell]] = field(default_factory=list)


def lines_of(page: str) -> list[Line]:
    """Return the lines of a page as HTML tells them."""
    # Word's conditions are made comments: the parser falls over some that are not closed.
    page = _CONDITION.sub(r"<!--[\1]-->", page).replace("<![", "&lt;![")
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.finish()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Element] = []
        self._lines: list[Line] = []
        self._tables: list[_Table] = []
        self._runs: list[tuple[str, int]] = []
        self._marker = ""  # a list's number or bullet as Word has typed it
        self._in_marker = False

    def finish(self) -> list[Line]:
        """Return what has been read; what is still open ends here."""
        self._end_line()
        while self._tables:
            self._end_table()
        return self._lines

    # --- elements --------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._break()
            return
        if tag in _LINES_OF_THEIR_OWN:
            self._end_line()
            self._end_what_was_left_open(tag)
        if tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(tag, dict(attrs))
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(self._element(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES_OF_THEIR_OWN:
            self._end_line()
        at = next((n for n in reversed(range(len(self._open))) if self._open[n].tag == tag), None)
        if at is None:
            return
        if tag == "a":
            self._end_link(self._open[at])
        del self._open[at:]
        if tag == "table" and self._tables:
            self._end_table()

    def _element(self, tag: str, attrs: list[tuple[str, str | None]]) -> _Element:
        around = self._open[-1] if self._open else None
        named = {name: value or "" for name, value in attrs}
        style = _style(named.get("style", ""))
        flags = (around.flags if around else 0) | _MARKS.get(tag, 0)
        weight, slant = style.get("font-weight", ""), style.get("font-style", "")
        if weight:
            flags = flags | BOLD if _is_bold(weight) else flags & ~BOLD
        if slant:
            flags = flags | ITALIC if slant in ("italic", "oblique") else flags & ~ITALIC
        hidden = (around is not None and around.hidden) or _is_hidden(tag, named, style)
        typed = (around is not None and around.typed) or style.get("mso-list") == "ignore"
        return _Element(tag, flags, hidden, named, style, typed)

    def _end_what_was_left_open(self, tag: str) -> None:
        ended, within = _ENDS.get(tag, (("p", "head"), ("table", "li", "td")))
        for n in reversed(range(len(self._open))):
            if self._open[n].tag in ended:
                del self._open[n:]
                return
            if self._open[n].tag in within:
                return

    # --- words -----------------------------------------------------------------------------

    def handle_comment(self, data: str) -> None:
        condition = data.strip().lower()
        if condition.startswith("[if !supportlists"):
            self._in_marker = True
        elif condition.startswith("[endif"):
            self._in_marker = False

    def handle_data(self, data: str) -> None:
        around = self._open[-1] if self._open else None
        if around is not None and around.hidden:
            return
        if self._in_marker or (around is not None and around.typed):
            self._marker += data
            return
        if any(element.tag == "pre" for element in self._open):
            first, *others = LINE_ENDS.split(data)
            self._put(first)
            for other in others:
                self._end_line()
                self._put(other)
            return
        self._put(data)

    def _put(self, text: str) -> None:
        self._runs.append((text, self._open[-1].flags if self._open else 0))
        for element in self._open:
            if element.tag == "a":
                element.text += text

    def _end_link(self, link: _Element) -> None:
        address = link.attrs.get("href", "").strip()
        scheme, _, rest = address.partition(":")
        words = " ".join(link.text.split())
        if scheme.lower() == "mailto":
            address = rest.partition("?")[0]
        elif scheme.lower() not in ("http", "https"):
            return
        if words and address and _bare(words) != _bare(address):
            self._runs.append((f" ({address})", link.flags))

    def _break(self) -> None:
        """End the line; inside a list's entry or a cell it is one entry or cell all the same."""
        if any(element.tag in ("li", "td", "th") for element in self._open):
            self._runs.append((" ", 0))
        else:
            self._end_line()

    # --- lines -----------------------------------------------------------------------------

    def _end_line(self) -> None:
        runs, marker = tuple(self._runs), self._marker.strip()
        self._runs, self._marker, self._in_marker = [], "", False
        if not any(text.strip() for text, _ in runs):
            return
        kind, numbered = self._kind(marker)
        if kind is BlockKind.PLAIN:  # a heading's look is not ours
            runs = tuple((text, 0) for text, _ in runs)
        self._sink().append(Line(runs, kind, numbered))

    def _sink(self) -> list[Line]:
        """Return where lines go: into the cell in hand, if a table is open."""
        for table in reversed(self._tables):
            if table.rows and table.rows[-1]:
                return table.rows[-1][-1].lines
        return self._lines

    def _kind(self, marker: str) -> tuple[BlockKind | None, bool]:
        """Return the kind of the line that ends here, and whether it had a number."""
        inner = list(takewhile(lambda e: e.tag != "table", reversed(self._open)))
        for element in inner:
            level = _LEVEL.search(element.style.get("mso-list", ""))
            if level is not None:
                return _by_marker(marker, int(level[1]))
        lists = [element for element in inner if element.tag in _LISTS]
        if lists and any(element.tag == "li" for element in inner):
            return _by_list(lists)
        heading = any(element.tag in _HEADINGS for element in inner)
        return (BlockKind.PLAIN if heading else None), False

    # --- tables ----------------------------------------------------------------------------

    def _begin_cell(self, tag: str, attrs: dict[str, str | None]) -> None:
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        span = attrs.get("colspan") or ""
        wide = min(int(span), 50) if span.isascii() and span.isdigit() and len(span) < 4 else 1
        table.rows[-1].append(Cell(head=tag == "th", span=max(1, wide)))

    def _end_table(self) -> None:
        lines = flattened(self._tables.pop().rows)
        self._sink().extend(lines)


def _style(text: str) -> dict[str, str]:
    found = {}
    for part in text.split(";"):
        name, _, value = part.partition(":")
        found[name.strip().lower()] = value.strip().lower()
    return found


def _is_bold(weight: str) -> bool:
    if weight.isascii() and weight.isdigit():
        return len(weight) > 3 or int(weight) >= 600
    return weight in ("bold", "bolder")


def _is_hidden(tag: str, attrs: dict[str, str], style: dict[str, str]) -> bool:
    return (
        tag in _HIDDEN
        or style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
        or style.get("mso-element", "").startswith("comment")
        or "msodel" in attrs.get("class", "").lower().split()
    )


def _by_marker(marker: str, level: int) -> tuple[BlockKind | None, bool]:
    """Read Word's own number or bullet; without one the words alone must say what it is."""
    sign = marker.strip("().\u00a0 ")
    if not sign:
        return None, False
    if sign[0].isdigit():
        return (BlockKind.PARAGRAPH if level == 1 else BlockKind.LETTER), True
    if sign.isascii() and sign.isalpha() and sign != marker:  # "a)", but not the bullet "o"
        return BlockKind.LETTER, False
    return (BlockKind.BULLET if level == 1 else BlockKind.SUB_BULLET), False


def _by_list(lists: list[_Element]) -> tuple[BlockKind | None, bool]:
    """Read an entry by the list around it, the innermost first."""
    inner = lists[0]
    if inner.tag == "ul":
        return (BlockKind.BULLET if len(lists) == 1 else BlockKind.SUB_BULLET), False
    form = inner.style.get("list-style-type") or inner.attrs.get("type", "")
    if _LETTERED.match(form) or len(lists) > 1:
        return BlockKind.LETTER, False
    return BlockKind.PARAGRAPH, True


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://|mailto:)?(?:www\.)?|/$", "", address.strip().lower())
