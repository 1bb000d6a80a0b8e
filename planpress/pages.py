"""Every kind of page: home, office, plan, site map, editorial, not found. Pure: what goes in decides what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from planpress import addresses
from planpress.calendar import ROC_EPOCH, RocDate, gregorian_year
from planpress.documents.records import FIELDS
from planpress.downloads import Downloads, PlanFiles, downloads
from planpress.edition import Edition, Text
from planpress.frame import Assets, Frame, frame
from planpress.language import EN, SOURCE
from planpress.metadata import dublin_core
from planpress.model import Office, Plan
from planpress.plan_view import plan_body
from planpress.settings import Settings
from planpress.summary import PlanSummary, lead
from planpress.templates import marked, phrased


@dataclass(frozen=True, slots=True)
class OfficePlans:
    """An office with the summaries of its plans, newest first."""

    office: Office
    plans: tuple[PlanSummary, ...]
    files: Mapping[int, PlanFiles]
    """What each plan offers for download, by its 民國 year."""

    @property
    def newest(self) -> PlanSummary:
        """The plan of the latest year held."""
        return self.plans[0]


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """A line of the site map."""

    name: str
    href: str
    entries: tuple["SiteEntry", ...] = ()


class Pages:
    """The pages of one site in one language."""

    def __init__(self, settings: Settings, assets: Assets, environment: Environment, edition: Edition) -> None:
        self.settings = settings
        self.assets = assets
        self.environment = environment
        self.edition = edition
        self.tag = edition.language.tag

    # The plan

    def plan_body(self, plan: Plan, office: Office) -> str:
        """All of a plan's page that depends on the plan alone."""
        body = plan_body(plan, office, self.edition)
        macros = self.environment.get_template("macros.html").make_module({"edition": self.edition})
        # A plan has many measures, but few departments and periods.
        facts = cache(partial(macros.facts, body))  # type: ignore[attr-defined]
        return self.render("plan_body.html", body=body, facts=facts)

    def plan(self, summary: PlanSummary, held: OfficePlans, body: str, changed: date | None) -> str:
        """A plan's page around its body.

        Args:
            summary: of the plan.
            held: its office, with all plans of it that the site holds.
            body: from :meth:`plan_body`.
            changed: the day of the last commit that touched the plan.
        """
        _ = self.edition.gettext
        path = addresses.plan(summary.office, summary.roc_year)
        title_text = self.title(summary)
        title = title_text.value
        sentence = lead(summary, self.edition)
        office_name = self.office_name(held.office)
        over = summary.is_over(self.settings.today)
        newest = held.newest
        view = self.frame(
            path,
            title=title,
            description=_("%(title)s。%(text)s") % {"title": title, "text": sentence},
            breadcrumbs=(
                (_("首頁"), addresses.HOME),
                (office_name, addresses.office(summary.office)),
                (self.edition.year(summary.roc_year), path),
            ),
            organisation=held.office.organisation.id,
            data_path=addresses.plan_data(summary.office, summary.roc_year),
            publisher=office_name,
            changed=changed,
            roc_year=summary.roc_year,
        )
        return self.render(
            "plan.html",
            view=view,
            body=Markup(body),
            plan={
                "organisation": self.organisation_name(held.office),
                "office": office_name,
                "office_link": "../",
                "title": phrased(title_text, self.tag),
                "lead": sentence,
                "adopted": self.edition.date(summary.adopted) if summary.adopted else None,
                "changed": self.day(changed),
                "notice": self.notice(summary, newest) if over else None,
                "newest": None
                if newest == summary
                else {
                    "href": f"../{newest.roc_year}/",
                    "name": _("%(year)s計畫") % {"year": self.edition.year(newest.roc_year)},
                    "title": self.title(newest).value,
                },
                "coverage": self.coverage(summary),
                "downloads": self.downloads(path, held, summary),
                "years": [
                    {
                        "href": f"../{other.roc_year}/",
                        "name": _("%(year)s計畫") % {"year": self.edition.year(other.roc_year)},
                    }
                    for other in held.plans
                    if other.roc_year != summary.roc_year
                ],
            },
        )

    def notice(self, summary: PlanSummary, newest: PlanSummary) -> str:
        """That the plan's year has ended, and which plan to read instead."""
        _ = self.edition.gettext
        year = {"year": self.edition.year(summary.roc_year)}
        if newest == summary:
            return _("這是%(year)s的計畫，該年度已經結束。本站尚未收錄更新年度的計畫。") % year
        return _("這是%(year)s的計畫，該年度已經結束。本站收錄的最新計畫：") % year

    def coverage(self, summary: PlanSummary) -> str | None:
        """How much of the plan this edition translates."""
        if self.edition.language == SOURCE or self.edition.language.derived_from:
            return None
        translated, total = summary.coverage.get(self.tag, (0, 0))
        if not total:
            return None
        percent = translated * 100 // total
        return self.edition.gettext(
            "本頁內容已翻譯%(percent)s%%（%(translated)s／%(total)s段）；未譯者以中文顯示。"
        ) % {
            "percent": percent,
            "translated": translated,
            "total": total,
        }

    # Pages that span plans

    def office(self, held: OfficePlans) -> str:
        """An office's page."""
        _ = self.edition.gettext
        office = held.office
        name = self.office_name(office)
        path = addresses.office(office.id)
        newest = held.newest
        text = self.edition.office_name(office)
        translated = not self.edition.language.derived_from and self.edition.language != SOURCE
        description = self.newest(held)
        view = self.frame(
            path,
            title=name,
            description=_("%(title)s。%(text)s") % {"title": name, "text": description},
            breadcrumbs=((_("首頁"), addresses.HOME), (name, path)),
            organisation=office.organisation.id,
            publisher=name,
        )
        return self.render(
            "office.html",
            view=view,
            office={
                "organisation": self.organisation_name(office),
                "name": marked(text, self.tag),
                "working_name": office.name if translated and text.lang == self.tag else None,
                "newest": description,
                "newest_over": newest.is_over(self.settings.today),
                "newest_year": self.edition.year(newest.roc_year),
                "plans": [
                    {
                        "href": f"{plan.roc_year}/",
                        "downloads": self.downloads(path, held, plan),
                        "title": phrased(self.title(plan), self.tag),
                        "text": _("%(year)s・%(groups)s大項、%(measures)s項%(over)s")
                        % {
                            "year": self.edition.year(plan.roc_year),
                            "groups": plan.groups,
                            "measures": plan.measures,
                            "over": _("・年度已結束") if plan.is_over(self.settings.today) else "",
                        },
                    }
                    for plan in held.plans
                ],
                "departments": [
                    {
                        "name": marked(self.edition.department(office, department.name), self.tag),
                        "href": f"{newest.roc_year}/?department={quote(department.name)}#filter"
                        if department.name in newest.departments
                        else None,
                        "count": newest.departments.get(department.name, 0),
                    }
                    for department in office.departments
                ],
                "contacts": self.contacts(office),
            },
        )

    def newest(self, held: OfficePlans) -> str:
        """Which year's plan is the newest held, and whether that year is over."""
        _ = self.edition.gettext
        year = {"year": self.edition.year(held.newest.roc_year)}
        if held.newest.is_over(self.settings.today):
            return _("本站收錄的最新計畫是%(year)s計畫，該年度已經結束；尚未收錄更新年度的計畫。") % year
        return _("本站收錄的最新計畫是%(year)s計畫。") % year

    def newest_briefly(self, held: OfficePlans) -> str:
        """The same in a few words, for a card."""
        _ = self.edition.gettext
        year = {"year": self.edition.year(held.newest.roc_year)}
        if held.newest.is_over(self.settings.today):
            return _("最新收錄：%(year)s（年度已結束）") % year
        return _("最新收錄：%(year)s") % year

    def contacts(self, office: Office) -> list[dict[str, str]]:
        """What is known of how to reach an office."""
        _ = self.edition.gettext
        contact = office.contact
        found = [
            (_("客服專線"), contact.hotline, addresses.telephone(contact.hotline or "")),
            (_("電話"), contact.telephone, addresses.telephone(contact.telephone or "")),
            (_("地址"), contact.address, ""),
            (_("電子郵件"), contact.email, f"mailto:{contact.email}"),
            (_("網站"), contact.website, contact.website or ""),
        ]
        return [{"name": name, "value": value, "href": href} for name, value, href in found if value]

    def home(self, held: Sequence[OfficePlans]) -> str:
        """The home page: what this site is, the offices, their newest plans."""
        _ = self.edition.gettext
        organisations: dict[str, list[OfficePlans]] = {}
        for each in held:
            organisations.setdefault(each.office.organisation.id, []).append(each)
        plans = [plan for each in held for plan in each.plans]
        totals = _("目前收錄%(offices)s個機關、%(plans)s份計畫、%(measures)s項作法。") % {
            "offices": len(held),
            "plans": len(plans),
            "measures": sum(plan.measures for plan in plans),
        }
        name = self.edition.site_name(self.settings.site_name)
        description = self.edition.site_name(self.settings.description) if self.settings.description else totals
        return self.render(
            "home.html",
            view=self.frame(addresses.HOME, title=name, description=description, publisher=name),
            home={
                "totals": totals,
                "about": addresses.ABOUT,
                "organisations": [
                    {
                        "id": organisation_id,
                        "name": self.organisation_name(group[0].office),
                        "offices": [
                            {
                                "href": addresses.office(each.office.id),
                                "name": marked(self.edition.office_name(each.office), self.tag),
                                "newest": self.newest_briefly(each),
                                "plan_href": addresses.plan(each.office.id, each.newest.roc_year),
                                "plan_title": phrased(self.title(each.newest), self.tag),
                            }
                            for each in group
                        ],
                    }
                    for organisation_id, group in organisations.items()
                ],
            },
        )

    def sitemap(self, held: Sequence[OfficePlans]) -> str:
        """網站導覽: every page, and what the block marks and access keys are."""
        _ = self.edition.gettext

        def link(path: str) -> str:
            return addresses.relative(addresses.SITEMAP, path)

        entries = [
            SiteEntry(_("首頁"), link(addresses.HOME)),
            *(
                SiteEntry(
                    marked(self.edition.office_name(each.office), self.tag),
                    link(addresses.office(each.office.id)),
                    tuple(
                        SiteEntry(marked(self.title(plan), self.tag), link(addresses.plan(plan.office, plan.roc_year)))
                        for plan in each.plans
                    ),
                )
                for each in held
            ),
            SiteEntry(_("文件與開放資料"), link(addresses.DATA)),
            SiteEntry(_("關於本站"), link(addresses.ABOUT)),
            SiteEntry(_("無障礙聲明"), link(addresses.ACCESSIBILITY)),
            SiteEntry(_("隱私權及安全政策"), link(addresses.PRIVACY)),
        ]
        title = _("網站導覽")
        view = self.frame(
            addresses.SITEMAP,
            title=title,
            description=_("本站所有網頁的清單，以及導盲磚與快速鍵的說明。"),
            breadcrumbs=((_("首頁"), addresses.HOME), (title, addresses.SITEMAP)),
        )
        return self.render("sitemap.html", view=view, entries=entries)

    def data(self, held: Sequence[OfficePlans]) -> str:
        """Every document and data file of the site, and what the fields mean."""
        _ = self.edition.gettext
        title = _("文件與開放資料")
        chinese = self.edition.language == SOURCE or self.edition.language.derived_from is not None
        view = self.frame(
            addresses.DATA,
            title=title,
            description=_("各計畫的文件與開放資料，以及欄位說明。"),
            breadcrumbs=((_("首頁"), addresses.HOME), (title, addresses.DATA)),
        )
        return self.render(
            "data.html",
            view=view,
            offices=[
                {
                    "id": each.office.id,
                    "name": marked(self.edition.office_name(each.office), self.tag),
                    "plans": [
                        {
                            "title": phrased(self.title(plan), self.tag),
                            "downloads": self.downloads(addresses.DATA, each, plan),
                        }
                        for plan in each.plans
                    ],
                }
                for each in held
            ],
            fields=[
                {
                    "name": field.name,
                    "label": self.edition.text(field.zh_hant).value if chinese else field.en,
                    "meaning": self.edition.text(field.zh_hant_meaning).value if chinese else field.en_meaning,
                }
                for field in FIELDS
            ],
        )

    # Pages without data

    def editorial(self, path: str, title: str, description: str, html: str, changed: date | None) -> str:
        """An editorial page around its HTML."""
        _ = self.edition.gettext
        view = self.frame(
            path,
            title=title,
            description=description,
            breadcrumbs=((_("首頁"), addresses.HOME), (title, path)),
            changed=changed,
        )
        return self.render("main.html", view=view, editorial=Markup(html), changed=self.day(changed))

    def not_found(self) -> str:
        """One page for every address that has none, in Chinese with an English block."""
        _ = self.edition.gettext
        view = self.frame(
            addresses.HOME,
            title=_("找不到這一頁"),
            description=_("這個網址沒有網頁，可能是網址有誤，或網頁已移動。"),
            everywhere=True,
        )
        site = self.settings.site_url
        return self.render(
            "404.html",
            view=view,
            sitemap=addresses.absolute(site, addresses.SITEMAP),
            english=[
                (name, addresses.absolute(site, addresses.localised(EN, path)))
                for name, path in (("English home page", addresses.HOME), ("English site map", addresses.SITEMAP))
                if EN in self.settings.languages
            ],
        )

    # Parts

    def downloads(self, path: str, held: OfficePlans, plan: PlanSummary) -> Downloads:
        """What a plan offers for download, for the page at a path without language."""
        here = addresses.localised(self.edition.language, path)
        title = self.title(plan).value
        return downloads(self.edition, here, plan.office, plan.roc_year, title, held.files[plan.roc_year])

    def frame(
        self,
        path: str,
        *,
        title: str,
        description: str,
        breadcrumbs: Sequence[tuple[str, str]] = (),
        organisation: str | None = None,
        data_path: str | None = None,
        publisher: str | None = None,
        changed: date | None = None,
        roc_year: int | None = None,
        everywhere: bool = False,
    ) -> Frame:
        """The frame of a page, with its Dublin Core."""
        metadata = dublin_core(
            title=title,
            description=description,
            publisher=publisher or self.edition.site_name(self.settings.site_name),
            language=self.tag,
            identifier=addresses.absolute(self.settings.site_url, addresses.localised(self.edition.language, path)),
            date=changed.isoformat() if changed else None,
            roc_year=roc_year,
        )
        return frame(
            self.settings,
            self.assets,
            self.edition,
            path,
            title=title,
            description=description,
            breadcrumbs=breadcrumbs,
            organisation=organisation,
            data_path=data_path,
            metadata=() if everywhere else metadata,
            everywhere=everywhere,
        )

    def render(self, template: str, **values: object) -> str:
        """Render a template in this language."""
        return self.environment.get_template(template).render(edition=self.edition, **values)

    def title(self, summary: PlanSummary) -> Text:
        """The plan's title, with the Gregorian year beside the 民國 year: 114年度（2025）."""
        text = self.edition.text(summary.title, summary.office)
        roc_year = f"{summary.roc_year}年度"
        return Text(text.value.replace(roc_year, f"{roc_year}（{gregorian_year(summary.roc_year)}）"), text.lang)

    def office_name(self, office: Office) -> str:
        """The office's name as plain text."""
        return self.edition.office_name(office).value

    def organisation_name(self, office: Office) -> str:
        """The name of its organisation as plain text."""
        return self.edition.organisation_name(office.organisation).value

    def day(self, day: date | None) -> str | None:
        """A Gregorian day as this edition writes dates."""
        return self.edition.date(RocDate(day.year - ROC_EPOCH, day.month, day.day)) if day else None
