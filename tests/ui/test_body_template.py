"""A Word template of a body's own: tried, kept in the store, and used for its documents."""

import zipfile

import pytest

from kcsp_desktop import paths
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.store.files import content_of, file_id
from kcsp_desktop.ui.pages.issue import make_documents
from tests.journeys.secretary import wait_for

FONT = b'w:ascii="Arial"'


@pytest.fixture
def page(sample):
    """Return the Bodies page of the whole window, over a store on disk."""
    sample.show_page("bodies")
    return sample.page


def body(page):
    return page.workspace.record.bodies[0]


def a_template(path, old=FONT, new=b'w:ascii="Verdana"'):
    """Write the delivered template with something in its styles replaced."""
    with zipfile.ZipFile(paths.notes_template()) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old, new) if "styles" in name else content)
    return path


def choose(page, source):
    page.ask_template = lambda: str(source)
    page.form.template.choose.click()


def test_a_template_is_kept_and_the_documents_are_made_with_it(page, tmp_path):
    source = a_template(tmp_path / "own.docx")
    choose(page, source)
    wait_for(lambda: body(page).template_id)
    workspace = page.workspace
    assert body(page).template_id == file_id(source.read_bytes())
    assert content_of(workspace.store_path, body(page).template_id) == source.read_bytes()
    made = edition(workspace.record, workspace.record.meetings[0], Audience.PUBLIC)
    ((path, _),) = make_documents((made,), tmp_path / "made", workspace.store_path)
    with zipfile.ZipFile(path) as package:
        assert b"Verdana" in package.read("word/styles.xml")


def test_the_delivered_one_is_used_again_and_undo_goes_back(page, tmp_path):
    choose(page, a_template(tmp_path / "own.docx"))
    wait_for(lambda: body(page).template_id)
    own = body(page).template_id
    assert page.form.template.drop.isVisibleTo(page.form)
    page.form.template.drop.click()
    assert body(page).template_id is None
    page.workspace.undo_stack.undo()
    assert body(page).template_id == own
    page.workspace.undo_stack.undo()
    assert body(page).template_id is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'w:val="Resolution"', b'w:val="Something"', "has no style called Resolution"),
        (b"<w:styles", b"<w:nonsense", "cannot be read"),
    ],
)
def test_a_file_that_will_not_do_is_refused_and_nothing_changes(page, tmp_path, old, new, said):
    told = []
    page.notice.connect(lambda *words: told.append(words))
    choose(page, a_template(tmp_path / "own.docx", old, new))
    wait_for(lambda: told)
    assert told[0][1] == "The template was not taken."
    assert said in told[0][2]
    assert body(page).template_id is None
    assert page.workspace.undo_stack.count() == 1  # the sample alone
