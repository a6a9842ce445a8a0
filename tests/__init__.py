"""The tests: the mirror of the rooms, then the journeys."""
