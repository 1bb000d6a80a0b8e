"""What a plan asks of the office's own web site, clause by clause, and what shows that it is met.

An office's own site has this as its 網站服務項目自我檢核表. A transcription is not the site that the clauses bind: it
shows them, what it can prove of itself, and no word of the office's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from planpress import addresses
from planpress.editions.naming import row_names
from planpress.model import Office, Plan
from planpress.model.clauses import Clause, ClauseEvidence, ClauseSubject, Met
from planpress.model.dates import RocDate
from planpress.model.proof import Proof, ProofKey
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.menu import message
from planpress.pages.frame.templates import marked
from planpress.pages.proofs.proofs import PROOF_TEXTS, proof_anchor, rate_text

SUBJECTS: Final[Mapping[ClauseSubject, str]] = {
    ClauseSubject.WEBSITE: message("網站內容與維護"),
    ClauseSubject.SEARCH: message("檢索"),
    ClauseSubject.PUBLICATION: message("計畫與成果的登載"),
    ClauseSubject.OPENNESS: message("資訊公開與參與"),
    ClauseSubject.ASSESSMENT: message("考核與調查"),
}
"""What each subject is called."""

WAYS: Final[Mapping[Met, str]] = {
    Met.HERE: message("由本站辦理"),
    Met.PARTLY: message("由本站辦理一部分"),
    Met.HEAD_OFFICE: message("由總公司辦理"),
    Met.NOT_APPLICABLE: message("不適用"),
    Met.UNKNOWN: message("未查明"),
}
"""What is said of how a clause is met."""

CLAUSE_WIDTHS: Final = (1.4, 4.0, 12.0, 4.4, 8.0, 10.0, 3.2, 3.4, 6.0)
"""Widths of the columns of :func:`clause_table`, in centimetres."""

Rates = Mapping[ProofKey, tuple[int, RocDate | None, str]]
"""Of each proof how many of a hundred hold, the day on which they were looked at, and the page that shows it."""


def rates_of(proofs: Iterable[Proof]) -> Rates:
    """What proofs come to. What an office answers for by itself its own page shows, all else the site's."""
    return {
        proof.key: (proof.percent, proof.date, proof.path)
        if proof.key in (ProofKey.DISCLOSURE, ProofKey.REVIEWS)
        else (proof.percent, proof.date, f"{addresses.QUALITY}#{proof_anchor(proof.key)}")
        for proof in proofs
    }


@dataclass(frozen=True, slots=True)
class Shown:
    """A link to what shows that a clause is met.

    Attributes:
        href: relative to the page.
        url: the whole address.
        name: what is there.
        text: the figure, or the day on which the address was opened.
    """

    href: str
    url: str
    name: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause as pages and sheets say it; what speaks in the office's name is None where it must not."""

    id: str
    number: int
    subject: str
    words: Markup
    href: str
    url: str
    place: str
    evidence: tuple[Shown, ...]
    met: str | None
    date: str | None
    note: Markup | None


def clauses_name(maker: PageMaker) -> str:
    """What the page is called, without the plan."""
    _ = maker.edition.gettext
    return _("網站條款") if maker.voice.is_transcription else _("網站服務項目自我檢核表")


def clauses_title(maker: PageMaker, plan_title: str) -> str:
    """The same with the plan."""
    names = {"name": clauses_name(maker), "plan": plan_title}
    return maker.edition.gettext("%(name)s：%(plan)s") % names


def clauses_page(
    maker: PageMaker, office: Office, plan: Plan, clauses: Sequence[Clause], rates: Rates, table: str | None
) -> str:
    """The page of a plan's clauses.

    Args:
        maker: of this language.
        office: whose plan it is.
        plan: the plan.
        clauses: in their order.
        rates: what the proofs that they name have come to; one that is not there has not been made.
        table: path of the same as a spreadsheet, where there is one.
    """
    _ = maker.edition.gettext
    path = addresses.clauses(plan.office, plan.roc_year)
    plan_path = addresses.plan(plan.office, plan.roc_year)
    title = maker.title(plan)
    views = tuple(clause_views(maker, plan, clauses, rates))
    counts = Counter(each.met for each in clauses)
    view = maker.frame(
        path,
        title=clauses_title(maker, title.value),
        description=_("%(plan)s對網站、檢索、登載、公開與考核的要求，逐條列出出處與證明。") % {"plan": title.value},
        breadcrumbs=(
            (maker.office_name(office), addresses.office(office.id)),
            (maker.edition.year(plan.roc_year, plan.until), plan_path),
            (clauses_name(maker), path),
        ),
        office=office,
        source=plan.title,
    )
    here = addresses.localised(maker.edition.language, path)
    subjects = dict.fromkeys(each.subject for each in views)
    return maker.render(
        "clauses.html",
        view=view,
        title=clauses_name(maker),
        plan=marked(title, maker.tag),
        plan_href=addresses.relative(path, plan_path),
        is_transcription=maker.voice.is_transcription,
        office=maker.voice.office(office),
        counted=[(_(WAYS[met]), counts[met]) for met in Met if counts[met]],
        quality=addresses.relative(path, addresses.QUALITY) if maker.leads_to(addresses.QUALITY) else None,
        table=addresses.relative(here, table) if table else None,
        subjects=[(name, [each for each in views if each.subject == name]) for name in subjects],
    )


def clause_table(maker: PageMaker, plan: Plan, clauses: Sequence[Clause], rates: Rates) -> list[tuple[str, ...]]:
    """The same as rows of texts, the names of the columns first; without those of the office in a transcription."""
    _ = maker.edition.gettext
    own = () if maker.voice.is_transcription else (_("辦理方式"), _("查核日期"), _("備註"))
    rows = [(_("編號"), _("類別"), _("條款"), _("出處"), _("出處網址"), _("證明"), *own)]
    for each in clause_views(maker, plan, clauses, rates):
        shown = "\n".join(
            _("%(url)s（%(text)s）") % {"url": one.url, "text": one.text} if one.text else one.url
            for one in each.evidence
        )
        said = (each.met or "", each.date or "", each.note.striptags() if each.note else "")
        words = (str(each.number), each.subject, each.words.striptags(), each.place, each.url, shown)
        rows.append((*words, *(said if own else ())))
    return rows


def clause_views(maker: PageMaker, plan: Plan, clauses: Sequence[Clause], rates: Rates) -> Iterator[ClauseView]:
    """Every clause, by subject; the numbers are those of this order."""
    _ = maker.edition.gettext
    path = addresses.clauses(plan.office, plan.roc_year)
    plan_path = addresses.plan(plan.office, plan.roc_year)
    names = row_names(plan, maker.edition)
    is_own = not maker.voice.is_transcription
    order = list(ClauseSubject)
    for number, clause in enumerate(sorted(clauses, key=lambda each: order.index(each.subject)), start=1):
        yield ClauseView(
            id=f"clause-{number}",
            number=number,
            subject=_(SUBJECTS[clause.subject]),
            words=marked(maker.edition.text(clause.words, plan.office), maker.tag),
            href=f"{addresses.relative(path, plan_path)}#{clause.of}",
            url=maker.address(f"{plan_path}#{clause.of}"),
            place=names.get(clause.of, clause.of),
            evidence=tuple(
                _shown(maker, path, each, rates)
                for each in clause.evidence
                if is_own or (each.is_own and (each.proof is None or each.proof in rates))
            ),
            met=_(WAYS[clause.met]) if is_own else None,
            date=maker.edition.date(clause.date) if is_own and clause.date else None,
            note=marked(maker.edition.text(clause.note, plan.office), maker.tag) if is_own and clause.note else None,
        )


def _shown(maker: PageMaker, path: str, evidence: ClauseEvidence, rates: Rates) -> Shown:
    """A link to what shows that a clause is met, with the figure where a check gives one."""
    _ = maker.edition.gettext
    if evidence.url is not None:
        seen = _("%(date)s查閱") % {"date": maker.edition.date(evidence.seen)} if evidence.seen else None
        return Shown(evidence.url, evidence.url, evidence.url, seen)
    if evidence.proof is not None:
        rate = rates.get(evidence.proof)
        proof = rate[2] if rate else addresses.QUALITY
        text = rate_text(maker, *rate[:2]) if rate else _("尚無檢查結果")
        name = _(PROOF_TEXTS[evidence.proof].name)
        return Shown(addresses.relative(path, proof), maker.address(proof), name, text)
    target = addresses.in_language(maker.edition.language, evidence.page or "")
    url = addresses.absolute(maker.site.site_url, target)
    return Shown(addresses.relative(addresses.localised(maker.edition.language, path), target), url, url)
