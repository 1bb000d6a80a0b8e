"""From 分類檢索 every measure of every real plan is reached by links alone, in each of the trees."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest

from planpress import addresses
from planpress.model import Plan
from planpress.model.classification import SCHEMES
from planpress.model.dates import parts_of_year
from planpress.overview.topics import by_topic
from planpress.source.content.topics import read_topics
from planpress.source.folders import plan_files
from planpress.source.repository import read_office, read_organisations, read_plan
from tests.projects import ROOT
from tests.real_site import build_real_site

TOPICS, _ = read_topics(ROOT)
SITE = "https://plans.example/sub/"

CLASSES = {
    "kinmen": {"themes": ["100", "170"], "policies": ["J00"], "services": ["E41"]},
    "water-1": {"themes": ["170"], "policies": [], "services": ["I00", "E00"]},
}
"""Made up for this test: no source says which classes the offices have."""

Reached = set[tuple[str, str]]
"""Leaf of a tree, and address of a measure."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    classified = {
        f"offices/{office}/office.yml": "".join(
            f"  {scheme}: [{', '.join(f'{{code: {code}}}' for code in codes)}]\n" for scheme, codes in classes.items()
        )
        for office, classes in CLASSES.items()
    }
    added = {path: f"classification:\n{text}" for path, text in classified.items()}
    return build_real_site(tmp_path_factory.mktemp("reach"), SITE, documents=False, added=added)


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    """The real plans."""
    found = []
    organisations, _ = read_organisations(ROOT)
    for each in plan_files(ROOT)[0]:
        office, _ = read_office(ROOT, each.office_id, organisations)
        assert office
        plan, _ = read_plan(ROOT, office, each.roc_year)
        assert plan
        found.append(plan)
    return found


@cache
def page(site: Path, path: str) -> str:
    """The HTML at an address."""
    return (site / addresses.file_of(path)).read_text("utf-8")


@cache
def links(site: Path, path: str) -> list[str]:
    """Where the links of a page's main part lead to, as paths below the site."""
    html = page(site, path)
    main = html[html.index("<main") : html.index("</main>")]
    return [urljoin(SITE + path, href).removeprefix(SITE) for href in re.findall(r'<a [^>]*?href="([^"]*)"', main)]


def below(site: Path, address: str) -> list[str]:
    """Addresses of the measures that stand, or are linked, from an anchor of a page to the next heading of its rank."""
    path, _, anchor = address.partition("#")
    html = page(site, path)
    if anchor.startswith("m-"):  # a topic's page leads to the measures themselves
        return [address] if f'<li class="measure" id="{anchor}"' in html else []
    if anchor:
        start = html.index(f' id="{anchor}"')
        rank = html[html.rindex("<", 0, start) :][:3]
        end = html.find(rank, start)
        html = html[start : end if end > 0 else None]
    linked = re.findall(r'href="\.\./(#m-[^"]*)"', html)
    here = re.findall(r'<li class="measure" id="([^"]*)"', html)
    return [urljoin(path, f"../{link}") for link in linked] + [f"{path}#{id_}" for id_ in here]


def walked(site: Path, tree: str) -> Reached:
    """Every measure that links lead to: from the page of all trees to the tree's, its leaves, and what they list."""
    top = addresses.browse(tree)
    assert top in links(site, addresses.BROWSE)
    pages = [link for link in links(site, top) if link.startswith(top) and "#" not in link and link != top]
    if tree == "offices":
        pages = [link for link in links(site, top) if re.fullmatch(r"[a-z0-9-]+/", link)]
    pages += [link.partition("#")[0] for leaf in pages for link in links(site, leaf) if link.startswith(f"{leaf}page-")]
    return {
        (leaf.removeprefix(top).partition("/page-")[0].strip("/"), measure)
        for leaf in dict.fromkeys(pages)
        for link in links(site, leaf)
        if re.match(r"[a-z0-9-]+/\d+/(browse/)?(#.+)?$", link)
        for measure in below(site, link)
    }


def classes(office: str, scheme: str) -> set[str]:
    """The classes that an office has, and those above them that any has; of services all of these are known."""
    codes = CLASSES.get(office, {}).get(scheme, [])
    known = {code for each in CLASSES.values() for code in each[scheme]}
    above = {f"{code[0]}00" for code in codes}
    return {code.lower() for code in (*codes, *(above if scheme == "services" else above & known))}


def expected(plans: Iterable[Plan], tree: str) -> Reached:
    return {
        (leaf, f"{addresses.plan(plan.office, plan.roc_year)}#{measure.id}")
        for plan in plans
        for group in plan.top_groups()
        for measure in group.measures()
        for each in measure.everyone
        for leaf in {
            "offices": [plan.office],
            "years": [str(plan.roc_year)],
            "departments": [*map(addresses.department, (*each.departments, *each.supporting_departments))],
            "groups": [addresses.group(group.name)],
            "topics": [each.topic.id for each in by_topic(TOPICS, plan) if measure in each.measures],
            "periods": parts_of_year(each.period) if each.period else (),
            **{scheme: classes(plan.office, scheme) for scheme in SCHEMES},
        }[tree]
    }


@pytest.mark.slow
@pytest.mark.parametrize("tree", ["offices", "years", "departments", "groups", "periods", "topics", *SCHEMES])
def test_links_alone_lead_to_every_measure(site: Path, plans: list[Plan], tree: str) -> None:
    everything = expected(plans, tree)
    assert len(everything) > (20 if tree in SCHEMES else 100)
    assert walked(site, tree) == everything
