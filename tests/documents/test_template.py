"""A template of a council's own: what it must have, and what of it must not leave."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.record import notes
from kcsp_desktop.documents.word import word_bytes, write_notes
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from tests.builders import a_block, a_meeting, a_record, an_item
from tests.documents.checker import faults

if TYPE_CHECKING:
    from pathlib import Path

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PERSON = "Ann Typist"
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>Word</Application><Manager>{PERSON}</Manager></Properties>"
)
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Owner">'
    f"<vt:lpwstr>{PERSON}</vt:lpwstr></property></Properties>"
)
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:comment w:id="0" w:author="{PERSON}"/></w:comments>'
)
PARTS = {
    "docProps/app.xml": (APP, "extended-properties", "officedocument.extended-properties"),
    "docProps/custom.xml": (CUSTOM, "custom-properties", "officedocument.custom-properties"),
    "word/comments.xml": (COMMENTS, "comments", "officedocument.wordprocessingml.comments"),
}
SETTINGS_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{KINDS}attachedTemplate" TargetMode="External" '
    f'Target="file:///C:/Users/{PERSON}/own.dotx"/></Relationships>'
)


def changed(folder: Path, changes: dict[str, tuple[str, str]], **more: str) -> Path:
    """Return a copy of the template with texts replaced, in which each must be found."""
    path = folder / "template.docx"
    with zipfile.ZipFile(paths.notes_template()) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode("utf-8")
            was, now = changes.get(name, ("", ""))
            assert was in text, name
            new.writestr(name, text.replace(was, now, 1) if was else text)
        for name, text in more.items():
            new.writestr(name, text)
    return path


def saved_by_word(folder: Path) -> Path:
    """Return the template as Word would save it for somebody: with her name all over it."""
    rel = '<Relationship Id="rId9{0}" Type="{1}" Target="{2}"/></Relationships>'
    package = "".join(
        rel.format(n, KINDS + PARTS[name][1], name).removesuffix("</Relationships>")
        for n, name in enumerate(("docProps/app.xml", "docProps/custom.xml"))
    )
    comments = rel.format(5, KINDS + "comments", "comments.xml")
    types = "".join(
        f'<Override PartName="/{name}" '
        f'ContentType="application/vnd.openxmlformats-{PARTS[name][2]}+xml"/>'
        for name in PARTS
    )
    attached = f'<w:attachedTemplate xmlns:r="{KINDS[:-1]}" r:id="rId1"/><w:defaultTabStop'
    return changed(
        folder,
        {
            "_rels/.rels": ("</Relationships>", package + "</Relationships>"),
            "word/_rels/document.xml.rels": ("</Relationships>", comments),
            "[Content_Types].xml": ("</Types>", types + "</Types>"),
            "word/settings.xml": ("<w:defaultTabStop", attached),
            "docProps/core.xml": (
                "<dc:title>",
                f"<dc:creator>{PERSON}</dc:creator><dc:identifier>{PERSON}</dc:identifier>"
                f"<cp:version>{PERSON}</cp:version><cp:contentStatus>{PERSON}</cp:contentStatus>"
                "<cp:lastPrinted>2020-01-01T00:00:00Z</cp:lastPrinted><dc:title>",
            ),
        },
        **{name: text for name, (text, _, _) in PARTS.items()},
        **{"word/_rels/settings.xml.rels": SETTINGS_RELS},
    )


def an_edition():
    record = a_record()
    return edition(record, a_meeting(), Audience.PUBLIC)


def test_nothing_of_who_made_the_template_leaves_with_a_document(tmp_path):
    path, _ = write_notes(an_edition(), tmp_path / "notes.docx", saved_by_word(tmp_path))
    assert faults(path) == []
    with zipfile.ZipFile(path) as package:
        told = {name for name in package.namelist() if PERSON.encode() in package.read(name)}
    assert told == set()


def test_a_template_without_properties_gets_none_of_the_library_s(tmp_path):
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    relation = f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>'
    bare = changed(tmp_path, {"_rels/.rels": (relation, "")})
    path, _ = write_notes(an_edition(), tmp_path / "notes.docx", bare)
    assert faults(path) == []
    with zipfile.ZipFile(path) as package:
        assert b"python-docx" not in package.read("docProps/core.xml")


@pytest.mark.parametrize("style", ["Clause Bullet", "Strong", "Emphasis", "Strong Emphasis"])
def test_a_template_without_a_style_is_refused_by_its_name(tmp_path, style):
    known = f'<w:name w:val="{style}"/>'
    template = changed(tmp_path, {"word/styles.xml": (known, '<w:name w:val="Other"/>')})
    with pytest.raises(KcspError, match=f"no style called {style}"):
        word_bytes(notes(an_edition()), template)


def test_a_template_without_numbering_is_refused_by_its_style(tmp_path):
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    relation = f'<Relationship Id="rId2" Type="{KINDS}numbering" Target="numbering.xml"/>'
    bare = changed(
        tmp_path, {"word/styles.xml": (listed, ""), "word/_rels/document.xml.rels": (relation, "")}
    )
    with pytest.raises(KcspError, match="style heading 2 of the Word template has no numbering"):
        word_bytes(notes(an_edition()), bare)


def test_a_file_that_is_no_template_is_refused(tmp_path):
    (tmp_path / "template.docx").write_bytes(b"Dear all")
    with pytest.raises(KcspError, match="template cannot be read"):
        word_bytes(notes(an_edition()), tmp_path / "template.docx")


def test_a_template_may_call_its_styles_inside_as_it_likes(tmp_path):
    renamed = changed(tmp_path, {"word/styles.xml": ('w:styleId="Strong"', 'w:styleId="Fett"')})
    path, _ = write_notes(an_edition(), tmp_path / "notes.docx", renamed)
    assert faults(path) == []


@pytest.mark.parametrize(
    ("name", "was", "now", "fault"),
    [
        ("word/footer1.xml", " PAGE ", " DATE ", "no page number"),
        (
            "word/styles.xml",
            'w:val="en-GB"',
            'w:val="en-US"',
            "the language is not British English",
        ),
        ("word/numbering.xml", 'w:val="•"', 'w:val=""', "no number in Bullet 1: one"),
    ],
)
def test_the_checker_finds_what_a_template_lacks(tmp_path, name, was, now, fault):
    template = changed(tmp_path, {name: (was, now)})
    meeting = a_meeting((an_item(blocks=(a_block("one", BlockKind.BULLET),)),))
    made = edition(a_record(meeting), meeting, Audience.PUBLIC)
    path, _ = write_notes(made, tmp_path / "notes.docx", template)
    assert faults(path) == [fault]
