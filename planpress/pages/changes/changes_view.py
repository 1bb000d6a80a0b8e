"""What pages show of two plans compared: each row by its name, with the words that differ marked and said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition, Text
from planpress.editions.said_plan import SaidPlan
from planpress.model import Office, Plan
from planpress.model.language import AUTHORITATIVE
from planpress.model.numbering import without_separator
from planpress.model.rewording import Fate, Piece, reworded
from planpress.overview.changes import Change, ChangedFact, Changes, Fact, RowChange
from planpress.overview.compared_rows import ComparedRow, Part, RowKind
from planpress.pages.frame.templates import marked
from planpress.pages.layout.plan_index_view import brief

_BOTH: Final = frozenset(Fate)


@dataclass(frozen=True, eq=False)
class Side:
    """One of two plans that are compared, the office whose it is, and the path of the page where it stands."""

    plan: Plan
    office: Office
    path: str


@dataclass(frozen=True, slots=True)
class FactView:
    """What is otherwise beside a text: whose it is, or when. Of a row that one plan lacks, both are what it says."""

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
    is_in_both: bool
    """Whether both plans have it, so that its facts are as they were and as they are."""


class Layout:
    """Lays out the rows of two plans in one language."""

    def __init__(self, edition: Edition, here: str, before: Side, after: Side) -> None:
        """Begin a page.

        Args:
            edition: its language.
            here: the page's path, from which links are relative.
            before: the earlier plan, or the one that is followed.
            after: the later.
        """
        self.edition = edition
        self.tag = edition.language.tag
        self.before, self.after = before, after
        self.said = {side: SaidPlan(side.plan, side.office, edition) for side in (before, after)}
        self.hrefs = {side: addresses.relative(here, side.path) for side in (before, after)}
        self.telling, self.telling_chinese = Telling(edition), Telling(Edition(AUTHORITATIVE))
        _ = edition.gettext
        kinds = {
            RowKind.SECTION: _("章 %(name)s"),
            RowKind.PARAGRAPH: _("條文 %(name)s"),
            RowKind.GROUP: _("標題 %(name)s"),
            RowKind.INTRODUCTION: _("說明 %(name)s"),
            RowKind.MEASURE: _("具體作法 %(name)s"),
            RowKind.ITEM: _("細項 %(name)s"),
        }
        self.kinds = {kind: str(escape(said)) for kind, said in kinds.items()}

    def row(self, change: RowChange) -> ChangedRow:
        """A row in the words of both plans at once."""
        side, row = (self.after if change.after else self.before), change.row
        is_in_both = change.before is not None and change.after is not None
        return ChangedRow(self.name(row, side), self.href(row, side), self.gist(change), self.facts(change), is_in_both)

    def gist(self, change: RowChange) -> Markup:
        """What a row says; of a table of which some lines are otherwise, its head and these."""
        before, after = change.before, change.after
        if before is None or after is None or before.folded == after.folded or after.kind is not RowKind.TABLE:
            return self.text(change, _BOTH)
        if before.parts[0] != after.parts[0]:
            return self.text(change, _BOTH)
        lines_before, lines_after = (_lines(row.parts) for row in (before, after))
        if list(map(len, lines_before)) != list(map(len, lines_after)):
            return self.text(change, _BOTH)
        lines = zip(lines_before, lines_after, strict=True)
        shown = [pair for number, pair in enumerate(lines) if number == 0 or pair[0] != pair[1]]
        end = self.between(Part("", "；"))
        return end.join(self.line(*pair) for pair in shown)

    def line(self, before: Sequence[Part], after: Sequence[Part]) -> Markup:
        """The cells of a line of a table in the words of both plans."""
        cells = (self.reworded(was.text, now.text, _BOTH) for was, now in zip(before, after, strict=True))
        return self.between(Part("", "｜")).join(cells)

    def href(self, row: ComparedRow, side: Side) -> str:
        """Where a row stands."""
        return f"{self.hrefs[side]}#{row.id}"

    def name(self, row: ComparedRow, side: Side) -> Markup:
        """What a row is and its printed numbers: 具體作法 二(二)1. One without any is called by its first words.

        Those of a table, a figure or a note say themselves what it is: 表1 受理件數.
        """
        if row.parts:
            return self.first_words(row.parts[0].text, side)
        name = escape(self.numbers(row, side) or self.first_words(row.text, side))
        return Markup(self.kinds[row.kind] % {"name": name})  # both are escaped

    def first_words(self, chinese: str, side: Side) -> Markup:
        """How a text begins."""
        text = self.say(chinese, side)
        return marked(Text(brief(text.value), text.lang), self.tag)

    def numbers(self, row: ComparedRow, side: Side) -> str:
        """The printed numbers on the way to a row; those of sections only where nothing else is printed."""
        if row.kind is RowKind.MEASURE:
            return self.said[side].names[row.id]
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
            side = self.before if row is change.before else self.after
            return Markup().join(self.shown(part, side) for part in _parts(row))
        before, after = _parts(change.before), _parts(change.after)
        if len(before) == len(after):
            return Markup().join(
                self.reworded(was.text, now.text, fates) + self.between(now)
                for was, now in zip(before, after, strict=True)
            )
        return self.reworded(change.before.text, change.after.text, fates)

    def reworded(self, before: str, after: str, fates: frozenset[Fate]) -> Markup:
        """Two wordings of a text: in this language where it has both, and otherwise in Chinese."""
        was, now = self.say(before, self.before), self.say(after, self.after)
        if before == after:
            return marked(now, self.tag)
        if was.lang == now.lang == self.tag and was.value != now.value:
            return self.telling.told(_of(reworded(was.value, now.value), fates))
        shown = self.telling_chinese.told(_of(reworded(before, after), fates))
        if self.tag == AUTHORITATIVE.tag:
            return shown
        return Markup('<span lang="%s" class="untranslated">%s</span>') % (AUTHORITATIVE.tag, shown)

    def shown(self, part: Part, side: Side) -> Markup:
        """A text, and what stands behind it."""
        return marked(self.say(part.text, side), self.tag) + self.between(part)

    def between(self, part: Part) -> Markup:
        """What stands between a text and the next, as this language writes it."""
        if not part.behind:
            return Markup()
        _ = self.edition.gettext
        marks = {"：": self.edition.colon, "；": _("；"), "｜": _("｜")}
        return escape(marks.get(part.behind, part.behind))

    def facts(self, change: RowChange) -> tuple[FactView, ...]:
        """What is otherwise beside the words, as it was and as it is; of a row that one plan lacks, what it says."""
        was = (change.before, self.before) if change.before else (change.row, self.after)
        now = (change.after, self.after) if change.after else (change.row, self.before)
        return tuple(
            FactView(self.label(each), *(self.value(row, side, each) for row, side in (was, now)))
            for each in change.facts
        )

    def label(self, changed: ChangedFact) -> Markup:
        """What it is called: as the plan calls its columns, where it has them."""
        _ = self.edition.gettext
        columns = self.after.plan.columns
        match changed.fact:
            case Fact.WHO:
                return marked(
                    self.say(columns.who or "承辦部門", self.after), self.tag
                )  # of a plan that had the column before
            case Fact.WHEN:
                return marked(self.say(columns.when or "執行期間", self.after), self.tag)
            case Fact.TARGET:
                return marked(self.say(columns.target, self.after), self.tag) if columns.target else escape(_("目標"))
            case Fact.MORE:
                return marked(self.say(changed.column, self.after), self.tag)
            case Fact.SUPPORT:
                return escape(_("協辦"))
            case Fact.PLACE:
                return escape(_("所屬標題"))

    def value(self, row: ComparedRow, side: Side, changed: ChangedFact) -> Markup:
        """What a row says of it."""
        said = Markup()
        match changed.fact:
            case Fact.WHO:
                said = self.departments(row.departments, side)
            case Fact.SUPPORT:
                said = self.departments(row.supporting_departments, side)
            case Fact.WHEN:
                said = marked(self.said[side].period(row.period), self.tag) if row.period else said
            case Fact.TARGET:
                said = marked(self.edition.target(row.target, side.office.id), self.tag) if row.target else said
            case Fact.MORE:
                said = marked(self.say(row.column(changed.column), side), self.tag)
            case Fact.PLACE:
                said = self.place(row, side)
        return said or escape(self.edition.gettext("未載明"))

    def departments(self, names: Sequence[str], side: Side) -> Markup:
        """Departments by their names in this language."""
        said = (marked(self.said[side].department(name), self.tag) for name in names)
        return escape(self.edition.gettext("、")).join(said)

    def place(self, row: ComparedRow, side: Side) -> Markup:
        """The heading that a row stands under."""
        above = row.above
        if above is None:
            return Markup()
        number = escape(self.edition.number(above.number)) if above.number else Markup()
        return number + marked(self.say(above.text, side), self.tag)

    def say(self, chinese: str, side: Side) -> Text:
        """A text of one of the plans in this language."""
        return self.said[side].text(chinese)


def _parts(row: ComparedRow) -> Sequence[Part]:
    return row.parts or (Part(row.text),)


def _lines(parts: Sequence[Part]) -> list[list[Part]]:
    """The lines of a table by their cells, its head first; the caption is its name."""
    lines: list[list[Part]] = [[]]
    for part in parts[1:]:
        lines[-1].append(part)
        if part.behind == "；":
            lines.append([])
    return lines


def _of(pieces: Iterable[Piece], fates: frozenset[Fate]) -> Iterator[Piece]:
    return (piece for piece in pieces if piece.fate in fates)


def counted(changes: Changes, edition: Edition) -> str:
    """How many rows something became of, in a sentence; what became of none is left out."""
    _ = edition.gettext
    phrases = {
        Change.REWORDED: _("改寫%(count)s處"),
        Change.NEW: _("新增%(count)s處"),
        Change.GONE: _("刪除%(count)s處"),
        Change.MOVED: _("調整%(count)s處"),
    }
    return sentence(changes, phrases, _("，其餘%(count)s處不變。"), edition)


def sentence(changes: Changes, phrases: Mapping[Change, str], kept: str, edition: Edition) -> str:
    """The same in other words: ``phrases`` for what differs, ``kept`` for the rest; each with ``count``."""
    _ = edition.gettext
    counts = changes.counts
    said = [phrase % {"count": counts[change]} for change, phrase in phrases.items() if counts[change]]
    return _("、").join(said) + kept % {"count": counts[Change.KEPT]} if said else _("兩者並無不同。")


class Telling:
    """Tells what was reworded. What colours and lines show is also said, for those who do not see them."""

    def __init__(self, edition: Edition) -> None:
        """In one language."""
        _ = edition.gettext
        self._around = {
            Fate.KEPT: ("", ""),
            Fate.GONE: _spoken("del", _("〔刪除："), _("〕")),
            Fate.NEW: _spoken("ins", _("〔新增："), _("〕")),
        }

    def told(self, pieces: Iterable[Piece]) -> Markup:
        """Marked words."""
        around = ((self._around[piece.fate], escape(piece.text)) for piece in pieces)
        return Markup("".join(f"{opening}{text}{closing}" for (opening, closing), text in around))


def _spoken(element: str, *around: str) -> tuple[str, str]:
    """What stands before and behind words that were changed."""
    opening, closing = (f'<span class="spoken">{escape(words)}</span>' for words in around)
    return f"<{element}>{opening}", f"{closing}</{element}>"
