"""Everything that leaves: Word, JSON. Every function here takes an ``Edition`` or parts of one."""
