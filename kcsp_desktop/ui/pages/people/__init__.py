"""The People page: everybody who may be named, brought in, written out, made one of two."""

from __future__ import annotations

from kcsp_desktop.ui.pages.people.page import PeoplePage

__all__ = ["PeoplePage"]
