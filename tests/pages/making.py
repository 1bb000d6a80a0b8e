"""Pages of a small site, made as the build makes them, and what they are made of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from planpress.artifacts.parts import PARTS, menu_of
from planpress.editions.edition import Edition, load_editions
from planpress.editions.said_plan import SaidPlan
from planpress.model import Office, Plan, Topic
from planpress.model.document_files import PlanFiles
from planpress.model.language import EN, ZH_HANS, ZH_HANT
from planpress.model.vintage import Vintage
from planpress.overview.coverage import Coverage
from planpress.overview.holdings import OfficePlans
from planpress.overview.summary import PlanSummary, summarise
from planpress.overview.trees import Tree
from planpress.pages.browse.plan_index import index_kinds, plan_index_page
from planpress.pages.frame.frame import Assets
from planpress.pages.frame.maker import PageMaker, Writer
from planpress.pages.frame.templates import environment
from planpress.pages.plan.plan_page import plan_body_html, plan_page
from planpress.pages.proofs.data import data_page
from planpress.pages.ways.home import home_page
from planpress.pages.ways.office import office_page
from planpress.pages.ways.site_map import site_map_page
from planpress.settings import Settings
from tests.projects import ROOT
from tests.written import office, plan

SITE = "https://plans.example/sub/"
SETTINGS = Settings(
    ROOT,
    SITE,
    {"zh-Hant": "示範網站", "en": "Sample Site"},
    (ZH_HANT, EN, ZH_HANS),
    ROOT / "site",
    date(2025, 6, 1),
)
EDITIONS, _ = load_editions(SETTINGS)
ENVIRONMENT = environment(SETTINGS)
ASSETS = Assets("assets/a.css", "assets/a.js", "assets/a.svg")
VINTAGE = Vintage.of_years("2025-02-03", (114,))
TAGS = ("zh-Hant", "en", "zh-Hans")
every_language = pytest.mark.parametrize("tag", TAGS)

OFFICE = office(
    """
    name: 示範處
    en: Sample Office
    departments:
      - {name: 業務組, en: Business Department}
      - name: 電務組
    contact: {hotline: "1910", telephone: (082) 325-151, email: service@plans.example, website: "https://plans.example/"}
    """
)
PLAN = plan(
    """
    title: 示範處114年度服務計畫
    adopted: 114-01-14
    shortcuts: [{text: 座椅在哪裡, to: m-1-1}]
    transcription_notes: [照錄。]
    sections:
      - {heading: 壹、依據, text: 某函。}
      - heading: 貳、作法
        rows:
          - h1: 一、基礎服務
          - {do: 1. 設置座椅。, who: 業務組, when: 隨時辦理}
          - {do: 2. 到府服務。, who: 電務組, when: 持續辦理}
          - h1: 二、創新
          - {do: 1. 試辦。, who: 業務組, when: 隨時辦理}
    """
)


class Maker(PageMaker):
    """Makes the pages of a site on a day."""

    def __init__(self, settings: Settings, edition: Edition) -> None:
        super().__init__(settings.facts, menu_of(PARTS), ASSETS, ENVIRONMENT, edition, VINTAGE)
        self.today = settings.today


def pages(tag: str = "zh-Hant", today: date = SETTINGS.today, preview: bool = False) -> Maker:
    """The maker of pages in a language, on a day."""
    return Maker(replace(SETTINGS, today=today, preview=preview), EDITIONS[tag])


def files_of(held: OfficePlans) -> tuple[PlanFiles, ...]:
    """What each plan of an office offers, in the order of its plans."""
    return tuple(held.files[each.roc_year] for each in held.plans)


def home_of(maker: Maker, held: Sequence[OfficePlans], topics: Tree | None = None) -> str:
    """The home page."""
    files = files_of(held[0]) if len(held) == 1 else ()
    return home_page(maker, [each.listed(maker.today) for each in held], topics, files=files)


def office_of(maker: Maker, held: OfficePlans) -> str:
    """An office's page."""
    newest = held.newest
    listed = held.listed(maker.today)
    return office_page(maker, listed, files_of(held), newest.departments, deadlines=newest.deadlines)


def plan_of(maker: Maker, shown: PlanSummary, held: OfficePlans, body: str, changed: date | None) -> str:
    """A plan's page around its body."""
    return plan_page(maker, shown, held.listed(maker.today), held.files[shown.roc_year], body, changed)


def data_of(maker: Maker, held: Sequence[OfficePlans]) -> str:
    """The page of documents and open data."""
    topics = [
        (Topic(id="seats", name="座椅", en="Seats", text="文。", text_en="Text.", words=("座椅",)), ("zh-Hant", "en"))
    ]
    return data_page(maker, [each.listed(maker.today) for each in held], [files_of(each) for each in held], topics)


def site_map_of(maker: Maker, held: Sequence[OfficePlans], ways: Sequence[Tree]) -> str:
    """The site map."""
    return site_map_page(maker, [each.listed(maker.today) for each in held], [way.named() for way in ways])


def plan_index_of(maker: Maker, shown: PlanSummary, by: Office, body: str) -> str:
    """The page of a plan's index around its body."""
    (listed,) = OfficePlans(by, (shown,), {}).listed(maker.today).plans
    return plan_index_page(maker, listed, by, body, tuple(index_kinds(shown)))


def summary(of: Plan = PLAN, **changes: object) -> PlanSummary:
    """The summary of a plan of which everything is translated, with some of it changed."""
    return summarise(of, {"en": Coverage(5, 0, 0, 0)}).model_copy(update=changes)


def held(*plans: PlanSummary, by: Office = OFFICE) -> OfficePlans:
    """An office with plans that offer no documents; with the sample plan where none is given."""
    plans = plans or (summary(),)
    return OfficePlans(by, plans, {each.roc_year: PlanFiles({}, 1234) for each in plans})


def body_html(maker: Writer, shown: Plan = PLAN, by: Office = OFFICE) -> str:
    """The body of a plan's page, in the maker's language."""
    return plan_body_html(maker, SaidPlan(shown, by, maker.edition))


def plan_html(
    tag: str = "zh-Hant",
    shown: Plan = PLAN,
    all_plans: tuple[PlanSummary, ...] = (),
    today: date = SETTINGS.today,
    changed: date | None = date(2025, 2, 3),
) -> str:
    """The page of a plan of the sample office."""
    maker = pages(tag, today)
    mine = summary(shown)
    source = body_html(pages(), shown)
    hans = EDITIONS[tag].hans
    body = hans.html(source) if hans else body_html(maker, shown)
    return plan_of(maker, mine, held(*(all_plans or (mine,))), body, changed)
