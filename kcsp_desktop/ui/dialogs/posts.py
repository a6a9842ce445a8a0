"""Which posts does a person hold? A list of them, the present one first, each with its dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.dates import printed
from kcsp_desktop.domain.people import Person, Post, listed
from kcsp_desktop.ui.dialogs.member import day_field
from kcsp_desktop.ui.editing.edited_list import EditedList, moved, put, without
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.rows import Cell, Row
from kcsp_desktop.ui.kit.suggesting import SuggestingField
from kcsp_desktop.ui.kit.table_columns import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look


class PostsDialog(QuestionDialog):
    """Shows a person's posts; nothing is kept before the main button is pressed."""

    posts_given = Signal(object)  # tuple of Post

    def __init__(self, look: Look, record: Record, person: Person, parent: QWidget) -> None:
        """``person`` is whose posts they are."""
        super().__init__(
            look,
            f"Which posts has {listed(person)}?",
            "Keep the posts",
            parent,
            explanation="The first is the present one: it is printed after the name from now on. "
            "Notes that are issued keep the post of the day.",
        )
        self.setObjectName("postsDialog")
        self.posts = PostsList(look, _known(record), person.posts)
        self.form.add_widget(self.posts)
        self.accepted.connect(lambda: self.posts_given.emit(self.posts.posts))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list, or on what makes its first row."""
        super().showEvent(event)
        self.posts.stop().setFocus()


class PostsList(EditedList):
    """The posts, as they stand in the dialog now."""

    def __init__(self, look: Look, organisations: list[str], posts: tuple[Post, ...]) -> None:
        """``organisations`` are offered for a post."""
        columns = (
            Column(words="Post", width=200, stretches=True, wraps=True, lead=True),
            Column(words="When", width=100, stretches=True, wraps=True, role="ink2"),
        )
        none = "No post yet. Ins adds one."
        super().__init__(look, "Posts", "New post…", "personPosts", columns, none)
        self._organisations, self.posts = organisations, posts
        self.show_rows(_rows(posts))

    def add(self) -> None:
        """Ask for a new post; it is the present one."""
        self._ask(None)

    def edit(self) -> None:
        """Ask what has changed in the post in hand."""
        if self._place() >= 0:
            self._ask(self._place())

    def remove(self) -> None:
        """Take the post in hand out."""
        if self._place() >= 0:
            self._show(without(self.posts, self._place()))

    def move_by(self, step: int) -> None:
        """Move the post in hand."""
        place = self._place()
        if place >= 0 and 0 <= place + step < len(self.posts):
            self._show(moved(self.posts, place, place + step))
            self._take(place + step)

    def _ask(self, place: int | None) -> None:
        post = None if place is None else self.posts[place]
        dialog = PostDialog(self._look, self._organisations, post, self)
        dialog.post_given.connect(lambda new: self._on_given(place, new))
        dialog.open()

    def _on_given(self, place: int | None, new: Post) -> None:
        self._show((new, *self.posts) if place is None else put(self.posts, place, new))
        self._take(place or 0)

    def _show(self, posts: tuple[Post, ...]) -> None:
        self.posts = posts
        self.show_rows(_rows(posts))
        self.stop().setFocus()


class PostDialog(QuestionDialog):
    """Asks for one post."""

    post_given = Signal(object)  # Post

    def __init__(
        self, look: Look, organisations: list[str], post: Post | None, parent: QWidget
    ) -> None:
        """``post`` is the one to edit, or ``None``."""
        deed = "Add the post" if post is None else "Keep the changes"
        super().__init__(look, "Which post is it?", deed, parent)
        self.setObjectName("postDialog")
        known = post or Post(title="")
        self._post = TextField(look, known.title, hint="For example: Head of Community Safety")
        self._for = SuggestingField(look, organisations, known.organisation, hint="none is printed")
        self._begins, self._ends = day_field(look), day_field(look)
        self._begins.set_value(_day(known.begins))
        self._ends.set_value(_day(known.ends))
        self.add_field("postTitle", "&Post", self._post)
        self.add_field("postFor", "&Organisation, as printed behind it", self._for)
        self.add_field("postFrom", "&From", self._begins)
        self.add_field("postTo", "&To", self._ends, beside=True)
        self.set_check(self._check_answer)
        self.accepted.connect(lambda: self.post_given.emit(self._made()))

    def _made(self) -> Post:
        begins, ends = self._begins.value(), self._ends.value()
        return Post(
            title=" ".join(self._post.text().split()),
            organisation=" ".join(self._for.text().split()),
            begins=begins.isoformat() if begins else "",
            ends=ends.isoformat() if ends else "",
        )

    def _check_answer(self) -> str:
        made = self._made()
        if not made.title:
            return "The post is needed."
        if made.begins and made.ends and made.ends < made.begins:
            return "The last day comes before the first."
        return ""


def _rows(posts: tuple[Post, ...]) -> list[Row]:
    rows = []
    for place, post in enumerate(posts):
        when = " ".join(
            part
            for part in (
                f"from {_printed(post.begins)}" if post.begins else "",
                f"to {_printed(post.ends)}" if post.ends else "",
            )
            if part
        )
        spoken = ", ".join(part for part in (post.printed, when) if part)
        cells = (Cell(text=post.printed), Cell(text=when))
        rows.append(Row(key=str(place), cells=cells, spoken=spoken))
    return rows


def _known(record: Record) -> list[str]:
    """Return what is printed for organisations, and what stands behind posts already."""
    shorts = {one.short_name or one.name for one in record.organisations}
    posts = {post.organisation for one in record.people for post in one.posts}
    return sorted((shorts | posts) - {""})


def _day(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _printed(day: str) -> str:
    known = _day(day)
    return printed(known) if known else day
