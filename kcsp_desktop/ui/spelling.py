"""`Speller`: which words are misspelt, looked up off the UI thread and kept in a cache.

How this works: the sheet asks ``misspelt`` while it draws and is answered from the cache alone.
A word that is not in it is put on a list, which goes to a worker a moment later; ``learned``
then tells of the words that are to be drawn otherwise. One piece of work at a time: reading the
dictionary, looking up, suggesting; it lets the window's thread pass (``Manners``), for a letter
must not wait for the dictionary.
"""

from __future__ import annotations

import logging
from enum import Enum, auto
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kcsp_desktop.domain.spelling.known import is_known, near
from kcsp_desktop.importing.dictionary import Manners
from kcsp_desktop.ui.background import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kcsp_desktop.domain.spelling.words import Found
    from kcsp_desktop.importing.dictionary import Dictionary

log = logging.getLogger(__name__)

SUGGESTIONS = 5
_GATHER_MS = 60
_AT_ONCE = 300
_CACHED = 50_000


class SpellerState(Enum):
    """Whether words can be looked up."""

    NOT_BEGUN = auto()
    READING = auto()
    ON = auto()
    NO_DICTIONARY = auto()


FACTS = {
    SpellerState.NOT_BEGUN: ("Spelling begins with the first text you open.", ""),
    SpellerState.READING: ("The dictionary is being read.", "Spelling is on in a moment."),
    SpellerState.ON: ("Spelling is on, in British English.", "Shift+F7 goes to the next mistake."),
    SpellerState.NO_DICTIONARY: (
        "Spelling is off: no British dictionary was found.",
        "On Debian and Ubuntu: apt install hunspell-en-gb. Then start KCSP Desktop again.",
    ),
}


class Speller(QObject):
    """Answers from what it knows, and finds out about the rest by itself."""

    state_changed = Signal()
    learned = Signal(object)  # frozenset of words that are to be drawn otherwise now
    suggested = Signal(str, object)  # the word, and a tuple of up to five suggestions
    word_added = Signal(str)  # a word has been added to the body's own: to be stored

    def __init__(
        self, load: Callable[[], Dictionary | None], parent: QObject | None = None
    ) -> None:
        """``load`` reads the dictionary, on the worker; ``None`` where there is none."""
        super().__init__(parent)
        self.state = SpellerState.NOT_BEGUN
        self._load = load
        self._dictionary: Dictionary | None = None
        self._names: frozenset[str] = frozenset()
        self._known_words: frozenset[str] = frozenset()
        self._known: frozenset[str] = frozenset()
        self._cache: dict[str, bool] = {}
        self.right: set[str] = set()  # the words of the cache that are right
        self._wanted: dict[str, None] = {}  # a set that keeps the order: the visible text first
        self._asked: list[str] = []
        self._suggestions: dict[str, tuple[str, ...]] = {}
        self._task: Task | None = None
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(_GATHER_MS)
        self._gathering.timeout.connect(self._work)

    # --- the dictionary --------------------------------------------------------------------

    def start(self) -> None:
        """Read the dictionary, unless that has been begun."""
        if self.state is SpellerState.NOT_BEGUN:
            self._set_state(SpellerState.READING)
            self._run(self._load, self._on_loaded)

    @property
    def fact(self) -> tuple[str, str]:
        """How spelling stands: a sentence, and what to do."""
        return FACTS[self.state]

    @property
    def is_on(self) -> bool:
        """Whether words can be looked up."""
        return self.state is SpellerState.ON

    def _set_state(self, state: SpellerState) -> None:
        self.state = state
        self.state_changed.emit()

    def _on_loaded(self, dictionary: Dictionary | None) -> None:
        self._task = None
        self._dictionary = dictionary
        found = SpellerState.NO_DICTIONARY if dictionary is None else SpellerState.ON
        self._set_state(found)

    # --- what is known ---------------------------------------------------------------------

    @property
    def names(self) -> frozenset[str]:
        """Names and acronyms of the record, which are right as they stand."""
        return self._names

    @names.setter
    def names(self, names: frozenset[str]) -> None:
        self._names = names
        self._know()

    @property
    def known_words(self) -> frozenset[str]:
        """The words of the body in hand, added by the secretary."""
        return self._known_words

    @known_words.setter
    def known_words(self, words: frozenset[str]) -> None:
        self._known_words = words
        self._know()

    def _know(self) -> None:
        known = self._names | self._known_words
        changed = known ^ self._known
        self._known = known
        if changed:
            self.learned.emit(changed)

    def add_word(self, word: str) -> None:
        """Take a word for right from now on, in this body."""
        self.known_words |= {word}
        self.word_added.emit(word)

    # --- words -----------------------------------------------------------------------------

    def misspelt(self, words: Iterable[Found]) -> list[Found]:
        """Return those that are known to be misspelt; the unknown are looked up soon."""
        if not self.is_on:
            return []
        bad = []
        for found in words:
            right = self._cache.get(found.word)
            if right is None:
                self._want(found.word)
            elif not right and not is_known(found.word, self._known):
                bad.append(found)
        return bad

    def _want(self, word: str) -> None:
        self._wanted[word] = None
        if not self._gathering.isActive():
            self._gathering.start()

    def suggest(self, word: str) -> None:
        """Find what may have been meant; ``suggested`` follows."""
        if word in self._suggestions:
            self.suggested.emit(word, self._suggestions[word])
        elif self.is_on and word not in self._asked:
            self._asked.append(word)
            self._work()

    # --- the worker ------------------------------------------------------------------------

    def _work(self) -> None:
        """Begin the next piece of work, unless one is going on: somebody waits for suggestions."""
        if self._task is not None or self._dictionary is None:
            return
        if self._asked:
            work = partial(_suggestions, self._dictionary, self._asked.pop(), self._known)
            self._run(work, self._on_suggested)
        elif self._wanted:
            words = tuple(islice(self._wanted, _AT_ONCE))
            for word in words:
                del self._wanted[word]
            self._run(partial(_looked_up, self._dictionary, words), self._on_looked_up)

    def _run(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        # Without a parent: it may outlive us for the rest of its work.
        self._task = Task(work)
        self._task.done.connect(then)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_looked_up(self, answers: dict[str, bool]) -> None:
        self._task = None
        if len(self._cache) > _CACHED:
            self._cache.clear()
            self.right.clear()
        self._cache |= answers
        self.right |= {word for word, right in answers.items() if right}
        bad = frozenset(word for word, right in answers.items() if not right)
        if bad:
            self.learned.emit(bad)
        self._work()

    def _on_suggested(self, answer: tuple[str, tuple[str, ...]]) -> None:
        self._task = None
        word, found = answer
        self._suggestions[word] = found
        self.suggested.emit(word, found)
        self._work()

    def _on_failed(self, why: str) -> None:
        """Go on without: nobody can mend a dictionary in the middle of a meeting."""
        log.warning("spelling: %s", why)
        self._task = None
        if self._dictionary is None:
            self._set_state(SpellerState.NO_DICTIONARY)
        else:
            self._work()


def _looked_up(dictionary: Dictionary, words: tuple[str, ...]) -> dict[str, bool]:
    found, manners = {}, Manners()
    for word in words:
        found[word] = _is_right(dictionary, word)
        manners.let_pass()
    return found


def _is_right(dictionary: Dictionary, word: str) -> bool:
    """Look a word up; one that the dictionary's program falls over is not marked."""
    try:
        return bool(dictionary.lookup(word))
    except Exception:
        log.exception("looking up %r", word)
        return True


def _suggestions(
    dictionary: Dictionary, word: str, known: frozenset[str]
) -> tuple[str, tuple[str, ...]]:
    """Return the word and what may have been meant: the record's own names first."""

    def offered() -> Iterator[str]:
        yield from near(word, known)
        yield from dictionary.suggest(word)

    try:
        first = islice(dict.fromkeys(islice(offered(), SUGGESTIONS + 2)), SUGGESTIONS)
        return word, tuple(first)
    except Exception:
        log.exception("suggestions for %r", word)
        return word, ()
