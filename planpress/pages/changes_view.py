"""What pages show of two plans compared: each row by its name, with the words that differ marked and said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition, Text
from planpress.editions.naming import measure_names
from planpress.model import Office, Plan
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import without_separator
from planpress.model.rewording import Fate, Piece, reworded
from planpress.overview.changes import ChangedFact, Fact, RowChange
from planpress.overview.compared_rows import ComparedRow, Part, RowKind
from planpress.pages.plan_index_view import brief
from planpress.pages.templates import marked

_BOTH: Final = frozenset(Fate)


@dataclass(frozen=True, eq=False)
class Side:
    """One of two plans that are compared, and the path of the page where it stands."""

    plan: Plan
    path: str


@dataclass(frozen=True, slots=True)
class FactView:
    """What is otherwise beside a text: whose it is, or when."""

    name: Markup
    before: Markup
    after: Markup


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row as the page shows it."""

    name: Markup
    href: str
    text: Markup
    facts: tuple[FactView, ...]


class Layout:
    """Lays out the rows of two plans in one language."""

    def __init__(self, edition: Edition, office: Office, here: str, before: Side, after: Side) -> None:
        """Begin a page.

        Args:
            edition: its language.
            office: whose plan the later is.
            here: the page's path, from which links are relative.
            before: the earlier plan.
            after: the later.
        """
        self.edition = edition
        self.office = office
        self.tag = edition.language.tag
        self.before, self.after = before, after
        self.names = {side: measure_names(side.plan, edition) for side in (before, after)}
        self.hrefs = {side: addresses.relative(here, side.path) for side in (before, after)}
        self.telling, self.telling_chinese = Telling(edition), Telling(Edition(AUTHORITATIVE))
        _ = edition.gettext
        self.kinds = {
            RowKind.SECTION: _("章 %(name)s"),
            RowKind.PARAGRAPH: _("條文 %(name)s"),
            RowKind.GROUP: _("標題 %(name)s"),
            RowKind.INTRODUCTION: _("說明 %(name)s"),
            RowKind.MEASURE: _("具體作法 %(name)s"),
            RowKind.ITEM: _("細項 %(name)s"),
        }

    def row(self, change: RowChange) -> ChangedRow:
        """A row in the words of both plans at once."""
        side, row = (self.after if change.after else self.before), change.row
        facts = self.facts(change) if change.before and change.after else ()
        return ChangedRow(self.name(row, side), self.href(row, side), self.text(change, _BOTH), facts)

    def href(self, row: ComparedRow, side: Side) -> str:
        """Where a row stands."""
        return f"{self.hrefs[side]}#{row.id}"

    def name(self, row: ComparedRow, side: Side) -> Markup:
        """What a row is and its printed numbers: 具體作法 二(二)1. One without any is called by its first words.

        Those of a table, a figure or a note say themselves what it is: 表1 受理件數.
        """
        if row.parts:
            return self.first_words(row.parts[0].text)
        return escape(self.kinds[row.kind]) % {"name": self.numbers(row, side) or self.first_words(row.text)}

    def first_words(self, chinese: str) -> Markup:
        """How a text begins."""
        text = self.say(chinese)
        return marked(Text(brief(text.value), text.lang), self.tag)

    def numbers(self, row: ComparedRow, side: Side) -> str:
        """The printed numbers on the way to a row; those of sections only where nothing else is printed."""
        if row.kind is RowKind.MEASURE:
            return self.names[side][row.id]
        own = without_separator(self.edition.number(row.number)) if row.number else ""
        above = row.above
        if above is None or (above.kind is RowKind.SECTION and row.kind is not RowKind.PARAGRAPH):
            return own
        return f"{self.numbers(above, side)}{own}"

    def text(self, change: RowChange, fates: frozenset[Fate]) -> Markup:
        """What a row says, with the changed words marked where there are two wordings.

        Args:
            change: of the row.
            fates: of the words to be shown: those of both wordings, or of one.
        """
        if change.before is None or change.after is None or not change.is_reworded:
            row = change.before if Fate.NEW not in fates and change.before else change.row
            return Markup().join(self.shown(part) for part in _parts(row))
        before, after = _parts(change.before), _parts(change.after)
        if len(before) == len(after):
            return Markup().join(
                self.reworded(was.text, now.text, fates) + self.between(now)
                for was, now in zip(before, after, strict=True)
            )
        return self.reworded(change.before.text, change.after.text, fates)

    def reworded(self, before: str, after: str, fates: frozenset[Fate]) -> Markup:
        """Two wordings of a text: in this language where it has both, and otherwise in Chinese."""
        was, now = self.say(before), self.say(after)
        if before == after:
            return marked(now, self.tag)
        if was.lang == now.lang == self.tag and was.value != now.value:
            return self.telling.told(_of(reworded(was.value, now.value), fates))
        shown = self.telling_chinese.told(_of(reworded(before, after), fates))
        if self.tag == AUTHORITATIVE.tag:
            return shown
        return Markup('<span lang="%s" class="untranslated">%s</span>') % (AUTHORITATIVE.tag, shown)

    def shown(self, part: Part) -> Markup:
        """A text, and what stands behind it."""
        return marked(self.say(part.text), self.tag) + self.between(part)

    def between(self, part: Part) -> Markup:
        """What stands between a text and the next, as this language writes it."""
        _ = self.edition.gettext
        marks = {"：": self.edition.colon, "；": _("；"), "｜": _("｜")}
        return escape(marks.get(part.behind, part.behind))

    def facts(self, change: RowChange) -> tuple[FactView, ...]:
        """What is otherwise beside the words, as it was and as it is; of a row that one plan lacks, what it says."""
        rows = change.before or change.row, change.after or change.row
        return tuple(FactView(self.label(each), *(self.value(row, each) for row in rows)) for each in change.facts)

    def label(self, changed: ChangedFact) -> Markup:
        """What it is called: as the plan calls its columns, where it has them."""
        _ = self.edition.gettext
        columns = self.after.plan.columns
        match changed.fact:
            case Fact.WHO:
                return marked(self.say(columns.who or "承辦部門"), self.tag)  # of a plan that had the column before
            case Fact.WHEN:
                return marked(self.say(columns.when or "執行期間"), self.tag)
            case Fact.TARGET:
                return marked(self.say(columns.target), self.tag) if columns.target else escape(_("目標"))
            case Fact.MORE:
                return marked(self.say(changed.column), self.tag)
            case Fact.SUPPORT:
                return escape(_("協辦"))
            case Fact.PLACE:
                return escape(_("所屬標題"))

    def value(self, row: ComparedRow, changed: ChangedFact) -> Markup:
        """What a row says of it."""
        said = Markup()
        match changed.fact:
            case Fact.WHO:
                said = self.departments(row.departments)
            case Fact.SUPPORT:
                said = self.departments(row.supporting_departments)
            case Fact.WHEN:
                said = marked(self.edition.period(row.period), self.tag) if row.period else said
            case Fact.TARGET:
                said = marked(self.edition.target(row.target, self.office.id), self.tag) if row.target else said
            case Fact.MORE:
                said = marked(self.say(row.column(changed.column)), self.tag)
            case Fact.PLACE:
                said = self.place(row)
        return said or escape(self.edition.gettext("未載明"))

    def departments(self, names: Sequence[str]) -> Markup:
        """Departments by their names in this language."""
        said = (marked(self.edition.department(self.office, name), self.tag) for name in names)
        return escape(self.edition.gettext("、")).join(said)

    def place(self, row: ComparedRow) -> Markup:
        """The heading that a row stands under."""
        above = row.above
        if above is None:
            return Markup()
        number = escape(self.edition.number(above.number)) if above.number else Markup()
        return number + marked(self.say(above.text), self.tag)

    def say(self, chinese: str) -> Text:
        """A text of one of the plans in this language."""
        return self.edition.text(chinese, self.office.id)


def _parts(row: ComparedRow) -> Sequence[Part]:
    return row.parts or (Part(row.text),)


def _of(pieces: Iterable[Piece], fates: frozenset[Fate]) -> Iterator[Piece]:
    return (piece for piece in pieces if piece.fate in fates)


class Telling:
    """Tells what was reworded. What colours and lines show is also said, for those who do not see them."""

    def __init__(self, edition: Edition) -> None:
        """In one language."""
        _ = edition.gettext
        self._around = {
            Fate.KEPT: Markup("%s"),
            Fate.GONE: _spoken("del", _("〔刪去："), _("〕")),
            Fate.NEW: _spoken("ins", _("〔新增："), _("〕")),
        }

    def told(self, pieces: Iterable[Piece]) -> Markup:
        """Marked words."""
        return Markup().join(self._around[piece.fate] % piece.text for piece in pieces)


def _spoken(element: str, *around: str) -> Markup:
    opening, closing = (f'<span class="spoken">{escape(words).replace("%", "%%")}</span>' for words in around)
    return Markup(f"<{element}>{opening}%s{closing}</{element}>")
