"""What pages show of a plan's approvals, revision and supplements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from planpress import addresses
from planpress.editions.decisions import approval_name, approval_texts, revision_name
from planpress.model import Approval
from planpress.model.decisions import revised
from planpress.overview.summary import PlanSummary
from planpress.pages.frame.downloads import Download
from planpress.pages.frame.maker import Writer
from planpress.pages.frame.templates import linked, marked


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A line of the facts: what was done; by whom, when and by which letter."""

    name: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RevisionView:
    """The last revision, with the way to what it replaced."""

    name: str
    date: str
    note: Markup | None
    approvals: tuple[DecisionView, ...]
    links: tuple[tuple[str, str], ...]
    """To what revisions changed and replaced, each with its text."""


@dataclass(frozen=True, slots=True)
class SupplementView:
    """A rule that was added to the plan: a file for download, or a text that stands here."""

    file: Download | None
    title: Markup
    date: str | None
    note: Markup | None
    paragraphs: tuple[Markup, ...]


def decisions(maker: Writer, approvals: Iterable[Approval], office_id: str) -> tuple[DecisionView, ...]:
    """Approvals in their order."""
    comma = Markup.escape(maker.edition.gettext("，"))
    return tuple(
        DecisionView(
            approval_name(each.kind, maker.edition),
            comma.join(marked(text, maker.tag) for text in approval_texts(each, office_id, maker.edition)),
        )
        for each in approvals
    )


def revision_view(maker: Writer, summary: PlanSummary) -> RevisionView | None:
    """The last revision of a plan, if it was revised."""
    revision = summary.revision
    if revision is None:
        return None
    path = addresses.plan(summary.office, summary.roc_year)
    return RevisionView(
        name=revision_name(revision, maker.edition),
        date=maker.edition.date(revision.date),
        note=linked(maker.edition.text(revision.note, summary.office), maker.edition) if revision.note else None,
        approvals=decisions(maker, revision.approvals, summary.office),
        links=tuple((addresses.relative(path, to), text) for to, text in _links(maker, summary)),
    )


def _links(maker: Writer, summary: PlanSummary) -> Iterator[tuple[str, str]]:
    _ = maker.edition.gettext
    where = summary.office, summary.roc_year
    compared = {number for number, _following in revised(summary.superseded, summary.revision)}
    for number in reversed(summary.superseded):
        if number in compared:
            yield addresses.revision_changes(*where, number), _("第%(number)s次修正對照表") % {"number": number}
        yield addresses.revision(*where, number), _("第%(number)s次修正前的版本") % {"number": number}


def supplements(maker: Writer, summary: PlanSummary, files: Sequence[Download]) -> tuple[SupplementView, ...]:
    """The rules that were added to a plan, with the links to those that are files, in their order."""
    links = iter(files)

    def say(text: str) -> Markup:
        return linked(maker.edition.text(text, summary.office), maker.edition)

    return tuple(
        SupplementView(
            file=next(links) if each.file else None,
            title=marked(maker.edition.text(each.title, summary.office), maker.tag),
            date=maker.edition.date(each.date) if each.date else None,
            note=say(each.note) if each.note else None,
            paragraphs=tuple(map(say, each.paragraphs)),
        )
        for each in summary.supplements
    )
