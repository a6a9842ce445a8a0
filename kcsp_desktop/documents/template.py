"""Open a Word template, and leave behind who made it.

How this works: Word writes its user's name, the company and the path of the template's own
template into every file it saves. A council puts a template in its place that somebody there has
saved; what is told of that person must not leave with each document. What is kept is what the
eye sees: styles, numbering, headers and footers, fonts, theme. Source: house-format 8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.part import XmlPart

from kcsp_desktop.documents.parts import MARKS, Style
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

# By the last word of their kind, which Word's later editions keep under other addresses.
_TOLD_OF_PEOPLE = {
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml",
}  # fmt: skip


def opened(template: Path) -> WordDocument:
    """Return the template without what it tells of its maker. Raises ``KcspError``."""
    try:
        word = docx.Document(str(template))
        _forget_maker(word)
    except Exception as error:
        raise KcspError(
            "The Word template cannot be read.",
            f"{template} ({error}).",
            "Put a good copy in its place.",
        ) from error
    return word


def check_template(template: Path) -> None:
    """Raise ``KcspError`` where a style is missing that documents are made with."""
    there = {str(style.name).casefold() for style in opened(template).styles}
    missing = [name for name in (*Style, *MARKS.values()) if name.casefold() not in there]
    if missing:
        count = "" if len(missing) == 1 else f", and {len(missing) - 1} more"
        raise KcspError(
            f"{template.name} has no style called {missing[0]}{count}.",
            todo="Begin with a copy of the delivered template and change its styles.",
        )


def _forget_maker(word: WordDocument) -> None:
    package = word.part.package
    for rel_id, rel in list(package.rels.items()):
        if rel.reltype not in (KIND.OFFICE_DOCUMENT, KIND.CORE_PROPERTIES):
            del package.rels[rel_id]
        elif rel.reltype == KIND.CORE_PROPERTIES:
            properties = rel.target_part.element
            for child in list(properties):
                properties.remove(child)
    for rel_id, rel in list(word.part.rels.items()):
        if rel.reltype.rpartition("/")[2] in _TOLD_OF_PEOPLE:
            del word.part.rels[rel_id]
        elif rel.reltype == KIND.SETTINGS and isinstance(rel.target_part, XmlPart):
            _forget_places(rel.target_part)


def _forget_places(settings: XmlPart) -> None:
    """Take out what names a file elsewhere: the template's own template, a list of addresses."""
    for rel_id in list(settings.rels):
        del settings.rels[rel_id]
        for child in list(settings.element):
            if rel_id in (value for one in child.iter() for value in one.attrib.values()):
                settings.element.remove(child)
