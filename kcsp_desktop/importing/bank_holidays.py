"""The bank holidays of England, as the ``holidays`` library has them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of England in the year before, that year and the year after.

    A notice may reach back over New Year, and what is due after a meeting into the next.
    """
    # Loaded when a day is first counted: the library knows every country, and takes its time.
    from holidays import country_holidays

    years = range(max(1, year - 1), year + 2)
    return frozenset(country_holidays("GB", subdiv="ENG", years=years))
