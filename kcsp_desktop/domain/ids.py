"""Identifiers: UUID text, made by the caller, so that values can be made before they are stored."""

from __future__ import annotations

from typing import NewType

BodyId = NewType("BodyId", str)
OrganisationId = NewType("OrganisationId", str)
PersonId = NewType("PersonId", str)
MeetingId = NewType("MeetingId", str)
SectionId = NewType("SectionId", str)
ItemId = NewType("ItemId", str)
BlockId = NewType("BlockId", str)
ActionId = NewType("ActionId", str)
DeclarationId = NewType("DeclarationId", str)
AbbreviationId = NewType("AbbreviationId", str)
EntryId = NewType("EntryId", str)
PaperId = NewType("PaperId", str)
FileId = NewType("FileId", str)
AmendmentId = NewType("AmendmentId", str)
