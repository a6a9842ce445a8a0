"""The locked versions can be installed by every pip a Debian or an older Python comes with."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires

import pytest

from tests.gates import ROOT

LOCKED = re.compile(r"^(?P<name>[\w.-]+)(?:\[(?P<extras>[^]]+)\])?==", re.MULTILINE)
ASKED = re.compile(r"^(?P<name>[\w.-]+)\[(?P<extras>[^]]+)\](?P<rest>.*)")


def entries(lock):
    return {
        found["name"]: set((found["extras"] or "").split(","))
        for found in LOCKED.finditer((ROOT / lock).read_text("utf-8"))
    }


def asked_with_extras(names):
    for name in names:
        try:
            needed = requires(name) or []
        except PackageNotFoundError:
            continue  # one for another system
        for found in filter(None, map(ASKED.match, needed)):
            if "extra ==" not in found["rest"]:
                yield found["name"], set(found["extras"].split(","))


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_the_extras_its_packages_ask_for(lock):
    # Debian 12's pip takes the newest one for "coverage[toml]" where only "coverage" is locked,
    # then refuses it for want of a hash: not on the day of locking, but on the next release.
    locked = entries(lock)
    assert len(locked) > 5
    for name, extras in asked_with_extras(locked):
        assert extras <= locked.get(name, set()), f"{name} is locked without {extras}"
