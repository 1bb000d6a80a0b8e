"""The one list of everything that is wrong with a project.

Build, ``check``, documents and plugin all refuse what :func:`problems_of` finds, so that none of them publishes what
another would not.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from planpress.accessibility.report import read_report
from planpress.editions.edition import load_editions, plan_texts
from planpress.model import Plan
from planpress.overview.explained_words import first_uses, used_words
from planpress.overview.places import places
from planpress.overview.topics import by_topic
from planpress.pages.editorial.editorial_page import RenderEditorial
from planpress.problems.problem import Problem, has_errors
from planpress.problems.settings_error import SettingsError
from planpress.search.asking import leading_nowhere
from planpress.settings import Settings, calendar_day
from planpress.site.loading import editorial_pages, folder_problems, of_badge, services_of, settings_problems
from planpress.site.output import check_target
from planpress.site.showing import concerns, showing
from planpress.site.speaking import publisher_problems
from planpress.source.content.claimed import claimed_later
from planpress.source.content.editorial import editorial_paths
from planpress.source.content.explained_words import read_explained_words, unused
from planpress.source.content.links import link_file_problems
from planpress.source.content.noted import noted_later
from planpress.source.content.official import without_official
from planpress.source.content.redirects import lost_plans, read_redirects, redirect_problems
from planpress.source.content.reviews import review_problems
from planpress.source.content.static_files import read_static
from planpress.source.content.synonyms import read_vocabulary, unfound
from planpress.source.content.topics import read_topics, unmatched
from planpress.source.folders import (
    office_ids,
    plan_files,
)
from planpress.source.history import history_problems
from planpress.source.overlaps import overlap_problems
from planpress.source.parents import parent_problems
from planpress.source.records.forms import form_problems
from planpress.source.repository import (
    read_all,
    read_office,
    read_organisations,
)


def problems_of(settings: Settings, render: RenderEditorial, *, whole: bool = False) -> list[Problem]:
    """Everything that is wrong with a project, read anew: one file that is wrong does not hide another.

    Args:
        settings: of the site.
        render: renders the Markdown pages.
        whole: also with the plans that the site does not show, or not yet.
    """
    from planpress.documents.glyphs import glyph_problems
    from planpress.site.foreseen import foreseen
    from planpress.translating.consistency import translation_problems
    from planpress.translating.workspace import open_workspace

    lying = plan_files(settings.root)[0]
    seen = showing(settings, lying)
    plans, problems = read_all(settings.root, None if whole else seen.plans)
    problems += [each for each in seen.problems if each not in problems]
    plans = [each for each in plans if settings.has(each.office)]
    topics, topic_problems = read_topics(settings.root)
    explained, glossary_problems = read_explained_words(settings.root)
    _, service_problems = services_of(settings.root, topics, topic_problems, read_organisations(settings.root)[0])
    vocabulary, vocabulary_problems = read_vocabulary(settings.root)
    problems += read_redirects(settings.root)[1]
    problems += read_static(settings.root, settings.site_url, calendar_day())[1]
    problems += settings_problems(settings.root, settings.file)
    problems += form_problems(settings.root, read_organisations(settings.root)[0])
    problems += link_file_problems(settings.root, calendar_day())
    problems += read_report(settings.root, calendar_day())[1]
    problems += of_badge(settings)
    problems += _of_publisher(settings, {plan.office for plan in plans})
    problems += review_problems(settings.root, calendar_day())
    problems += folder_problems(settings)
    problems += history_problems(settings.root)
    problems += topic_problems
    problems += glossary_problems
    problems += service_problems
    problems += vocabulary_problems
    try:
        problems += editorial_pages(settings, render)[1]
    except SettingsError as error:
        if not has_errors(problems) or not error.problems:
            raise
        problems += error.problems
    problems += translation_problems(settings)
    problems += overlap_problems(settings.root, plans, lying)
    problems += parent_problems(settings.root, plans, lying)
    problems = without_official(settings.root, (each for each in problems if concerns(settings, each.place.file)))
    if has_errors(problems):
        return problems
    check_target(settings)
    shown = [plan for plan in plans if (plan.office, plan.roc_year) in {each[:2] for each in seen.plans}]
    found = {each.topic.id for plan in shown for each in by_topic(topics, plan)}
    departments = {name for plan in shown for name in plan.today(plan.departments())}
    names = [(plan.office, plan.roc_year) for plan in shown]
    pages = places(names, departments, found, editorial_paths(settings.root))
    used = {word for plan in shown for word in used_words(first_uses(explained, plan))}
    if settings.is_whole:  # what no plan of an office has, another's may have
        problems += [*redirect_problems(settings.root, pages), *lost_plans(settings.root, pages)]
        problems += unmatched(settings.root, {topic.id for topic in topics} - found)
        problems += unused(settings.root, {word.id for word in explained} - used)
        problems += unfound(settings.root, leading_nowhere(vocabulary, _said(settings, shown)))
    problems += noted_later(settings.root, filter(settings.has, office_ids(settings.root)), calendar_day())
    claiming = [(plan.office, plan.roc_year) for plan in plans]
    problems += claimed_later(settings.root, claiming, filter(settings.has, office_ids(settings.root)), calendar_day())
    workspace = open_workspace(settings)
    problems += (each for each in workspace.stale_problems() if concerns(settings, each.place.file))
    problems += foreseen(settings, plans, {each[:2] for each in seen.plans}, workspace)
    problems += glyph_problems(settings, shown)
    return problems


def _of_publisher(settings: Settings, names: Collection[str]) -> Iterator[Problem]:
    organisations, _ = read_organisations(settings.root)
    known = office_ids(settings.root)
    read = (read_office(settings.root, name, organisations)[0] for name in sorted(names))
    offices = {office.id: office for office in read if office}
    return publisher_problems(settings, offices, known, organisations or {})


def _said(settings: Settings, plans: Sequence[Plan]) -> Iterator[Iterable[str]]:
    """The texts of plans in the languages that people write."""
    written = [each for each in load_editions(settings)[0].values() if not each.hans]
    for plan in plans:
        for edition in written:
            yield [edition.text(text, plan.office).value for text in plan_texts(plan)]
