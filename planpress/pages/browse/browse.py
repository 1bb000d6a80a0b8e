"""分類瀏覽: the pages that lead to every measure by links alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.classes import scheme_name
from planpress.editions.naming import part_name
from planpress.model import GovernmentClass, Office, Organisation
from planpress.model.classification import POLICIES, SCHEMES, SERVICES, THEMES, metadata_of
from planpress.overview.trees import DEPARTMENTS, GROUPS, OFFICES, PERIODS, TOPICS, YEARS, Leaf, Listed, Tree
from planpress.pages.frame.maker import PageMaker, Writer
from planpress.pages.frame.templates import linked, marked

OF_OFFICES = frozenset({OFFICES, DEPARTMENTS, GROUPS})
"""Trees whose leaves are an organisation's own: a reader must see whose."""

FIRST_LEAVES = 12
"""How many leaves of a tree the page of all trees shows."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A link with what it leads to."""

    href: str
    name: Markup
    text: str
    entries: tuple["ListEntry", ...] = ()
    """What is nested below it."""


@dataclass(frozen=True, slots=True)
class ListSection:
    """Links under a heading, or without one."""

    id: str
    heading: Markup | None
    entries: tuple[ListEntry, ...]
    href: str | None = None
    """The page that lists them all."""
    more: str | None = None
    """What the link to it says, where they are not all here."""
    text: str | None = None
    """What the links are."""


def browse_page(maker: PageMaker, trees: Sequence[Tree], offices: Mapping[str, Office]) -> str:
    """Every tree with its first leaves."""
    _ = maker.edition.gettext
    title = Markup.escape(_("分類瀏覽"))
    several = len(_organisations(offices)) > 1
    sections = [
        ListSection(
            tree.slug,
            Markup.escape((tree_title if tree.slug in SCHEMES else tree_name)(maker, tree.slug)),
            tuple(
                _leaf_entry(maker, addresses.BROWSE, tree, leaf._replace(leaves=()), offices, whose=several)
                for leaf in tree.leaves[:FIRST_LEAVES]
            ),
            addresses.relative(addresses.BROWSE, addresses.browse(tree.slug)),
            _("%(name)s（全部%(count)s類）") % {"name": tree_name(maker, tree.slug), "count": len(tree.leaves)}
            if len(tree.leaves) > FIRST_LEAVES
            else None,
            scheme_text(maker, tree.slug) if tree.slug in SCHEMES else None,
        )
        for tree in trees
    ]
    lead = _("不必輸入關鍵字，依主題、機關、年度、承辦部門、服務類別或執行期間，都能找到每一項具體作法。")
    return _page(maker, addresses.BROWSE, title, lead, sections)


def tree_page(maker: PageMaker, tree: Tree, offices: Mapping[str, Office]) -> str:
    """Every leaf of one tree."""
    _ = maker.edition.gettext
    path = addresses.browse(tree.slug)
    name = tree_name(maker, tree.slug)
    title = Markup.escape(tree_title(maker, tree.slug))
    lead = _("點選後列出相關的計畫；數字為具體作法項數。")
    about = Markup.escape(scheme_text(maker, tree.slug)) if tree.slug in SCHEMES else None
    if any(leaf.of_class and not leaf.of_class.name for leaf in tree.all_leaves()):
        lead = _("點選後列出相關的計畫；數字為具體作法項數。名稱未知的類別，只列代碼。")
    sections = [*_leaves_by_organisation(maker, path, tree, offices)] if tree.slug in OF_OFFICES else []
    if len(sections) < 2:
        entries = tuple(_leaf_entry(maker, path, tree, leaf, offices) for leaf in tree.leaves)
        sections = [ListSection(tree.slug, None, entries)]
    return _page(maker, path, title, lead, sections, ((name, path),), about)


def _leaves_by_organisation(
    maker: Writer, path: str, tree: Tree, offices: Mapping[str, Office]
) -> Iterator[ListSection]:
    """The leaves of a tree under each organisation that has plans on them, with its own measures only."""
    for organisation in _organisations(offices):
        entries = []
        for leaf in tree.leaves:
            plans = tuple(plan for plan in leaf.plans if offices[plan.office].organisation.id == organisation.id)
            if plans:
                anchor = f"of-{organisation.id}" if len(plans) < len(leaf.plans) else ""
                entries.append(_leaf_entry(maker, path, tree, leaf._replace(plans=plans), offices, anchor))
        if entries:
            yield ListSection(f"of-{organisation.id}", _organisation_name(maker, organisation), tuple(entries))


def _organisations(offices: Mapping[str, Office]) -> list[Organisation]:
    """The organisations of offices, in the order of these."""
    return [*{office.organisation.id: office.organisation for office in offices.values()}.values()]


def _organisation_name(maker: Writer, organisation: Organisation) -> Markup:
    return marked(maker.edition.organisation_name(organisation), maker.tag)


def leaf_page(
    maker: PageMaker,
    tree: Tree,
    leaf: Leaf,
    offices: Mapping[str, Office],
    also: Sequence[Leaf] = (),
    within: Sequence[Leaf] = (),
) -> str:
    """The plans of one leaf.

    Args:
        maker: of this language.
        tree: that the leaf is of; only its name is asked for.
        leaf: with its plans.
        offices: at least those of the leaf and of ``also``, by id.
        also: leaves that whoever reads this one wants too: departments that stand for all.
        within: the classes that this one is part of, the outermost first.
    """
    _ = maker.edition.gettext
    path = addresses.browse(tree.slug, leaf.slug)
    title = leaf_title(maker, tree, leaf, offices)
    lead = _("%(offices)s、%(plans)s，共%(measures)s具體作法。") % {
        "offices": maker.offices(leaf.offices),
        "plans": maker.plans(len(leaf.plans)),
        "measures": maker.measures(leaf.measures),
    }
    about = linked(maker.edition.topic_text(leaf.topic), maker.edition) if leaf.topic else None
    sections = list((_by_office if leaf.of_class else _by_organisation)(maker, path, leaf, offices))
    if leaf.leaves:
        entries = tuple(_leaf_entry(maker, path, tree, below, offices) for below in leaf.leaves)
        sections.insert(0, ListSection("below", Markup.escape(_("細類")), entries))
    if also:
        entries = tuple(_leaf_entry(maker, path, tree, other, offices) for other in also)
        sections.append(ListSection("also", Markup.escape(_("各部門共同辦理的具體作法")), entries))
    crumbs = [
        (tree_name(maker, tree.slug), addresses.browse(tree.slug)),
        *((leaf_name(maker, tree, each, offices), addresses.browse(tree.slug, each.slug)) for each in (*within, leaf)),
    ]
    classes = [metadata_of(tree.slug, leaf.name)] if leaf.of_class else []
    return _page(maker, path, title, lead, sections, crumbs, about, classes)


def _by_organisation(maker: Writer, path: str, leaf: Leaf, offices: Mapping[str, Office]) -> Iterator[ListSection]:
    """The plans of a leaf under the organisations of their offices."""
    _ = maker.edition.gettext
    entries: dict[str, list[ListEntry]] = {}
    for plan in leaf.plans:
        office = offices[plan.office]
        names = {"office": maker.office_name(office), "year": _year(maker, plan)}
        entry = ListEntry(
            addresses.relative(path, plan.path),
            escape(_("%(office)s%(year)s")) % names,
            maker.measures(plan.measures),
        )
        entries.setdefault(office.organisation.id, []).append(entry)
    for organisation in _organisations(offices):
        if listed := entries.get(organisation.id):
            yield ListSection(f"of-{organisation.id}", _organisation_name(maker, organisation), tuple(listed))


def _by_office(maker: Writer, path: str, leaf: Leaf, offices: Mapping[str, Office]) -> Iterator[ListSection]:
    """The plans of a leaf under their offices, which are of the class themselves."""
    for office_id, plans in groupby(leaf.plans, lambda plan: plan.office):
        office = offices[office_id]
        yield ListSection(
            f"of-{office_id}",
            _with_organisation(maker, office),
            tuple(_plan_entry(maker, path, plan) for plan in plans),
            addresses.relative(path, addresses.office(office_id)),
        )


def _plan_entry(maker: Writer, path: str, plan: Listed) -> ListEntry:
    year = _year(maker, plan)
    return ListEntry(addresses.relative(path, plan.path), year, maker.measures(plan.measures))


def _year(maker: Writer, plan: Listed) -> Markup:
    return escape(maker.edition.year(plan.roc_year, plan.until))


def _leaf_entry(
    maker: Writer,
    path: str,
    tree: Tree,
    leaf: Leaf,
    offices: Mapping[str, Office],
    anchor: str = "",
    whose: bool = False,
) -> ListEntry:
    """The link from a page to a leaf's, or to an anchor of it; of an office it may say whose it is."""
    href = addresses.relative(path, leaf_path(tree, leaf)) + (f"#{anchor}" if anchor else "")
    below = tuple(_leaf_entry(maker, path, tree, each, offices) for each in leaf.leaves)
    name = (
        _with_organisation(maker, offices[leaf.slug])
        if whose and tree.slug == OFFICES
        else leaf_name(maker, tree, leaf, offices)
    )
    return ListEntry(href, name, maker.measures(leaf.measures), below)


def _with_organisation(maker: Writer, office: Office) -> Markup:
    _ = maker.edition.gettext
    names = {"organisation": maker.organisation_name(office), "office": maker.office_name(office)}
    return escape(_("%(organisation)s%(office)s")) % names


def leaf_path(tree: Tree, leaf: Leaf) -> str:
    """Path of a leaf's page without language; an office has one of its own."""
    return addresses.office(leaf.slug) if tree.slug == OFFICES else addresses.browse(tree.slug, leaf.slug)


def tree_name(maker: Writer, slug: str) -> str:
    """What a tree is called."""
    _ = maker.edition.gettext
    return {
        OFFICES: _("依機關"),
        YEARS: _("依年度"),
        DEPARTMENTS: _("依承辦部門"),
        GROUPS: _("依服務類別"),
        PERIODS: _("依執行期間"),
        TOPICS: _("依主題"),
        **{scheme: scheme_name(maker.edition, scheme) for scheme in SCHEMES},
    }[slug]


def tree_title(maker: Writer, slug: str) -> str:
    """The heading of a tree's own page."""
    _ = maker.edition.gettext
    if slug in SCHEMES:
        return _("政府資訊分類檢索：%(name)s") % {"name": tree_name(maker, slug)}
    return {
        OFFICES: _("依機關瀏覽"),
        YEARS: _("依年度瀏覽"),
        DEPARTMENTS: _("依承辦部門瀏覽"),
        GROUPS: _("依服務類別瀏覽"),
        PERIODS: _("依執行期間瀏覽"),
        TOPICS: _("依主題瀏覽"),
    }[slug]


def scheme_text(maker: Writer, scheme: str) -> str:
    """What one of the schemes of 政府資訊分類檢索 is for."""
    _ = maker.edition.gettext
    return {
        THEMES: _("政府各機關共用的分類，依民眾的需求分為兩層，供民眾及公務同仁使用。"),
        POLICIES: _("政府各機關共用的分類，主要供公務同仁使用。"),
        SERVICES: _("政府各機關共用的分類，依出生、求學、就業、退休等人生歷程及日常生活分類，主要供民眾使用。"),
    }[scheme]


def leaf_name(maker: Writer, tree: Tree, leaf: Leaf, offices: Mapping[str, Office]) -> Markup:
    """What a leaf is called. Its first office's translation speaks for all."""
    edition = maker.edition
    if leaf.topic:
        return marked(edition.topic_name(leaf.topic), maker.tag)
    if leaf.of_class:
        return class_name(maker, leaf.of_class)
    office = offices[leaf.plans[0].office]
    match tree.slug:
        case "offices":
            return marked(edition.office_name(office), maker.tag)
        case "years":
            return Markup.escape(edition.year(int(leaf.name)))
        case "departments":
            return marked(edition.department(office, leaf.name), maker.tag)
        case "periods":
            return Markup.escape(part_name(leaf.name, edition))
        case _:
            return marked(edition.text(leaf.name, office.id), maker.tag)


def class_name(maker: Writer, each: GovernmentClass) -> Markup:
    """A class by its code, with its name where that is known."""
    name = maker.edition.class_name(each)
    return Markup("{} {}").format(each.code, marked(name, maker.tag)) if name else Markup.escape(each.code)


def leaf_title(maker: Writer, tree: Tree, leaf: Leaf, offices: Mapping[str, Office]) -> Markup:
    """The heading of a leaf's page."""
    _ = maker.edition.gettext
    titles = {
        TOPICS: "%(name)s",
        DEPARTMENTS: _("%(name)s負責的事項"),
        GROUPS: _("服務類別：%(name)s"),
        PERIODS: _("執行期間：%(name)s"),
        THEMES: _("主題分類：%(name)s"),
        POLICIES: _("施政分類：%(name)s"),
        SERVICES: _("服務分類：%(name)s"),
    }
    return escape(titles.get(tree.slug) or _("%(name)s的計畫")) % {"name": leaf_name(maker, tree, leaf, offices)}


def _page(
    maker: PageMaker,
    path: str,
    title: Markup,
    lead: str,
    sections: Sequence[ListSection],
    crumbs: Sequence[tuple[str, str]] = (),
    about: Markup | None = None,
    classes: Sequence[tuple[str, str]] = (),
) -> str:
    _ = maker.edition.gettext
    view = maker.frame(
        path,
        title=title.striptags(),
        description=_("%(title)s。%(text)s")
        % {"title": title.striptags(), "text": about.striptags() if about else lead},
        breadcrumbs=((_("分類瀏覽"), addresses.BROWSE), *crumbs),
        classes=classes,
    )
    return maker.render("browse.html", view=view, title=title, about=about, lead=lead, sections=sections)
