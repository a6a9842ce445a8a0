"""The one base of errors that are shown to people: what, where, what to do."""

from __future__ import annotations


class KcspError(Exception):
    """Something a person can put right.

    ``what`` is one clear sentence, ``where`` names the place (a page and field, a file),
    ``todo`` says what to do. ``str()`` joins them, ready to be shown.
    """

    def __init__(self, what: str, where: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        """Return the whole message as sentences."""
        return " ".join(part for part in (self.what, self.where, self.todo) if part)


class RuleBroken(KcspError):
    """An edit that the rules refuse: the values stay as they were."""


class Missing(RuleBroken):
    """An edit named a meeting, item or block that is not there."""
