"""無障礙檢測報告: of every check code what machines and people found, and what follows; in the statement, in short."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from planpress import addresses
from planpress.accessibility.codes import Standard, totals
from planpress.accessibility.record import CodeCount, CriterionCount, MachineRecord
from planpress.accessibility.report import AIM, AccessibilityReport, ReportedCode, Score, score, standing
from planpress.model.badge import SIZE
from planpress.model.conformance import Conformance
from planpress.model.dates import RocDate
from planpress.model.language import EN
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.menu import message
from planpress.pages.frame.templates import marked

REPORT_WIDTHS: Final = (3.4, 1.6, 2.6, 2.6, 12.0, 2.4, 2.4, 2.4, 3.2, 3.0, 2.4, 8.0)
"""Widths of the columns of :func:`report_table`, in centimetres."""

RESULTS: Final[Mapping[Conformance, str]] = {
    Conformance.PASSED: message("合格"),
    Conformance.FAILED: message("不合格"),
    Conformance.NOT_APPLICABLE: message("不適用"),
    Conformance.UNTESTED: message("未檢測"),
}
"""What each result is called."""


def report_title(maker: PageMaker) -> str:
    """What the report is called."""
    return maker.edition.gettext("無障礙檢測報告")


def accessibility_page(maker: PageMaker, report: AccessibilityReport, table: str | None) -> str:
    """The report; where nobody has looked yet, it says so.

    Args:
        maker: of this language.
        report: what machines and people found.
        table: path of the same as a spreadsheet, if there is one.
    """
    _ = maker.edition.gettext
    title = report_title(maker)
    path = addresses.ACCESSIBILITY_REPORT
    here = addresses.localised(maker.edition.language, path)
    view = maker.frame(
        path,
        title=title,
        description=_("本站依「網站無障礙規範」檢測碼檢測的結果：機器、人工、合格與否、日期與工具。"),
        breadcrumbs=(*maker.way_through(_("品質與查核"), addresses.QUALITY), (title, path)),
    )
    codes = report.codes()
    return maker.render(
        "accessibility_report.html",
        view=view,
        title=title,
        machine=_machine(maker, report.machine),
        scores=_scores(maker, codes),
        groups=[
            {"id": id_, "title": name, "codes": [_code(maker, each) for each in group]}
            for id_, name, group in (
                ("machine", _("機器檢測碼"), [each for each in codes if _is(each, machine=True)]),
                ("human", _("人工檢測碼"), [each for each in codes if _is(each, machine=False)]),
                (
                    "aaa",
                    _("AAA 等級的檢測碼（不在本站目標內）"),
                    [each for each in codes if each.code.level not in AIM],
                ),
            )
        ],
        criteria=list(_criteria(maker, report.machine)),
        table=addresses.relative(here, table) if table else None,
        statement=addresses.relative(path, addresses.ACCESSIBILITY),
        totals=totals(),
    )


def statement_view(maker: PageMaker, report: AccessibilityReport) -> dict[str, object]:
    """What the accessibility statement says by figures of the record alone: tested, known to fail, not tested."""
    codes = report.codes()
    here = addresses.ACCESSIBILITY
    return {
        "machine": _machine(maker, report.machine),
        "scores": _scores(maker, codes),
        "is_tested": report.day is not None,
        "failed": [_code(maker, each) for each in codes if each.result is Conformance.FAILED],
        "untested_machine": [each.code.id for each in codes if _is(each, machine=True) and not each.code.is_tested],
        "reviewed": maker.day(max((each.date.first_day for each in report.reviewed), default=None)),
        "units": list(dict.fromkeys(each.unit for each in report.reviewed)),
        "badge": badge_view(maker, here),
        "report": addresses.relative(here, addresses.ACCESSIBILITY_REPORT),
        "contact": f"{addresses.relative(here, addresses.ABOUT)}#contact",
    }


def badge_view(maker: PageMaker, path: str) -> dict[str, object] | None:
    """The accessibility badge with its number and the day on which the site last passed; None without a certificate.

    Args:
        maker: of this language.
        path: of the page that shows it, without language.
    """
    badge = maker.site.badge
    if badge is None:
        return None
    _ = maker.edition.gettext
    here = addresses.localised(maker.edition.language, path)
    return {
        "url": badge.url,
        "src": addresses.relative(here, f"{addresses.STATIC}{badge.image}"),
        "size": SIZE,
        "alt": _("通過%(level)s無障礙網頁檢測") % {"level": badge.level},
        "said": _("無障礙標章%(number)s（%(level)s等級），最近通過檢測日期：%(day)s")
        % {"number": badge.number, "level": badge.level, "day": maker.edition.date(badge.date)},
    }


def report_table(maker: PageMaker, report: AccessibilityReport) -> Iterator[tuple[str, ...]]:
    """The codes as rows of a spreadsheet, the head first."""
    _ = maker.edition.gettext
    yield (
        _("檢測碼"), _("等級"), _("成功準則（110.07）"), _("成功準則（115.11）"), _("檢測內容"),
        _("機器檢測"), _("檢測對象數"), _("人工檢測"), _("檢測日期"), _("檢測單位"), _("結果"), _("說明"),
    )  # fmt: skip
    for each in report.codes():
        human = each.human
        day = RocDate.on(report.machine.day) if report.machine and each.code.is_for_machines else None
        when = human.date if human else day
        yield (
            each.code.id,
            each.code.level,
            *(_standing(maker, each, standard) for standard in Standard),
            _asked(maker, each),
            _(RESULTS[each.machine]) if each.machine else "",
            str(each.counted.elements) if each.counted else "",
            _(RESULTS[human.result]) if human else "",
            maker.edition.date(when) if when else "",
            human.unit if human else "",
            _(RESULTS[each.result]),
            _("；").join((*_remarks(maker, each), *_places(each))),
        )


def _is(each: ReportedCode, *, machine: bool) -> bool:
    return each.code.is_for_machines is machine and each.code.level in AIM


def _machine(maker: PageMaker, record: MachineRecord | None) -> dict[str, object] | None:
    if record is None:
        return None
    browser = record.browser
    return {
        "day": maker.day(record.day),
        "pages": record.pages,
        "wrong_pages": len(record.wrong_pages),
        "program": record.program,
        "site": record.site_url,
        "browser": browser
        and {
            "pages": browser.pages,
            "kinds": browser.kinds,
            "axe": browser.axe,
            "name": browser.browser,
            "windows": browser.windows,
            "wrong": sum(each.wrong for each in browser.criteria if each.criterion),
            "unsure": sum(each.unsure for each in browser.criteria if each.criterion),
        },
    }


def _scores(maker: PageMaker, codes: Sequence[ReportedCode]) -> list[dict[str, object]]:
    _ = maker.edition.gettext
    return [
        {"name": name, **_score(maker, score(codes, machine=machine))}
        for name, machine in ((_("機器檢測碼"), True), (_("人工檢測碼"), False))
    ]


def _score(maker: PageMaker, found: Score) -> dict[str, object]:
    counts = {**found.by_result, Conformance.UNTESTED: found.untested}
    return {
        "total": found.total,
        "unlisted": found.unlisted,
        "tested": found.total - found.untested,
        "results": [(maker.edition.gettext(name), counts.get(result, 0)) for result, name in RESULTS.items()],
    }


def _code(maker: PageMaker, each: ReportedCode) -> dict[str, object]:
    _ = maker.edition.gettext
    is_english = maker.edition.language == EN
    human = each.human
    return {
        "id": each.code.id,
        "text": _asked(maker, each),
        "original": each.code.text if is_english else None,
        "level": each.code.level,
        "criteria": [(standard.value, _standing(maker, each, standard)) for standard in Standard],
        "machine": _(RESULTS[each.machine]) if each.machine else None,
        "counts": _counts(maker, each.counted),
        "human": _(RESULTS[human.result]) if human else None,
        "tester": _("%(unit)s，%(date)s") % {"unit": human.unit, "date": maker.edition.date(human.date)}
        if human
        else None,
        "result": _(RESULTS[each.result]),
        "is_failed": each.result is Conformance.FAILED,
        "remarks": [marked(maker.edition.text(human.remark), maker.tag)] if human and human.remark else [],
        "measured": _measured(maker, each.measured),
        "places": _places(each),
    }


def _asked(maker: PageMaker, each: ReportedCode) -> str:
    if maker.edition.language == EN:
        return each.code.en
    return maker.edition.text(each.code.text).value


def _standing(maker: PageMaker, each: ReportedCode, standard: Standard) -> str:
    """Its criterion in an edition, or that it has none there."""
    _ = maker.edition.gettext
    known = standing(each.code, standard)
    if known is None:
        return _("%(criterion)s（檢測碼未查得）") % {"criterion": each.code.success_criterion}
    return each.code.success_criterion if known else _("無")


def _counts(maker: PageMaker, counted: CodeCount | None) -> str | None:
    if counted is None:
        return None
    return maker.edition.gettext("%(pages)s頁有檢測對象%(elements)s處，問題%(wrong)s處") % {
        "pages": f"{counted.pages:,}",
        "elements": f"{counted.elements:,}",
        "wrong": f"{counted.wrong:,}",
    }


def _measured(maker: PageMaker, measured: CriterionCount | None) -> str | None:
    if measured is None:
        return None
    return maker.edition.gettext("瀏覽器檢測準則%(criterion)s：問題%(wrong)s處，待人判斷%(unsure)s處") % {
        "criterion": measured.criterion,
        "wrong": f"{measured.wrong:,}",
        "unsure": f"{measured.unsure:,}",
    }


def _remarks(maker: PageMaker, each: ReportedCode) -> list[str]:
    said = [_counts(maker, each.counted), _measured(maker, each.measured), each.human.remark if each.human else None]
    return [text for text in said if text]


def _places(each: ReportedCode) -> list[str]:
    found = (*(each.counted.places if each.counted else ()), *(each.measured.places if each.measured else ()))
    return [f"/{place}" for place in found]


def _criteria(maker: PageMaker, record: MachineRecord | None) -> Iterator[dict[str, object]]:
    """What a browser found, by criterion."""
    _ = maker.edition.gettext
    for each in record.browser.criteria if record and record.browser else ():
        yield {
            "criterion": each.criterion or _("良好實務（不屬成功準則）"),
            "rules": ", ".join(each.rules) or _("量測"),
            "wrong": f"{each.wrong:,}",
            "unsure": f"{each.unsure:,}",
            "places": [f"/{place}" for place in each.places],
        }
