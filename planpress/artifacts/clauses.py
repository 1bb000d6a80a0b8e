"""What plans ask of their offices' own sites, and what shows that it is met: a page each, and the same as a sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from planpress import addresses
from planpress.artifacts.artifact import Artifact
from planpress.artifacts.compiled_plan import CompiledPlan
from planpress.artifacts.proofs import proofs_for
from planpress.artifacts.site import Site
from planpress.artifacts.workshop import Workshop
from planpress.cache import ObjectStore
from planpress.documents.about import about_clauses
from planpress.documents.environment import documents_environment
from planpress.documents.ods import list_ods
from planpress.model import Office, Plan
from planpress.model.clauses import CLAUSES_AS_JSON, Clause
from planpress.model.document_files import LANGUAGES, DocumentKind
from planpress.model.language import AUTHORITATIVE
from planpress.model.proof import ProofKey
from planpress.model.vintage import Vintage
from planpress.pages.proofs.clauses import CLAUSE_WIDTHS, Rates, clause_table, clauses_page, clauses_title, rates_of
from planpress.problems.problem import Problem
from planpress.source.folders import plan_folder
from planpress.source.records.clauses import CLAUSES, missing_evidence, unproven_claims


def clauses_part(site: Site) -> Iterator[Artifact]:
    """The clauses of each plan that lists any."""
    for held in site.offices:
        rates = rates_of(proofs_for(site, held.office.id).values())
        for summary in held.plans:
            plan = site.plans[held.office.id, summary.roc_year]
            if not plan.clauses:
                continue
            where = held.office.id, summary.roc_year
            source = f"{plan_folder(*where)}/{CLAUSES}"
            made_of = held.office, plan.model, plan.clauses, rates
            vintage = Vintage.of_years(site.day(source, site.vintages[where].date), summary.years)
            for language in site.facts.languages:
                of_table = language.tag if language.tag in LANGUAGES[DocumentKind.ODS] else AUTHORITATIVE.tag
                table = addresses.clauses_table(*where, of_table) if site.papers else None
                if table and of_table == language.tag:
                    yield Artifact(table, _table, (language.tag, *made_of, site.papers), source)
                file = addresses.file_of(addresses.localised(language, addresses.clauses(*where)))
                yield Artifact(file, _page, (language.tag, vintage, *made_of, table), source)


def _page(
    shop: Workshop,
    tag: str,
    vintage: Vintage,
    office: Office,
    model: str,
    clauses: str,
    rates: Rates,
    table: str | None,
) -> str:
    return clauses_page(shop.maker(tag, vintage), office, *_read(shop.store, model, clauses), rates, table)


def _table(shop: Workshop, tag: str, office: Office, model: str, clauses: str, rates: Rates, papers: str) -> bytes:
    """The same as a sheet; ``papers`` is the digest of its templates."""
    plan, found = _read(shop.store, model, clauses)
    maker = shop.maker(tag)
    title = clauses_title(maker, maker.title(plan).value)
    about = about_clauses(plan, office, title, maker.voice, maker.address(addresses.clauses(office.id, plan.roc_year)))
    file = addresses.clauses_table(office.id, plan.roc_year, tag)
    about = replace(about, identifier=addresses.absolute(shop.facts.site_url, file))
    header, *rows = clause_table(maker, plan, found, rates)
    sheet = ("clauses", header[0], CLAUSE_WIDTHS[: len(header)], header, rows)
    return list_ods(*sheet, about, maker.edition, documents_environment(shop.settings))


def _read(store: ObjectStore, model: str, clauses: str) -> tuple[Plan, tuple[Clause, ...]]:
    return Plan.model_validate_json(store.get(model)), CLAUSES_AS_JSON.validate_json(store.get(clauses))


def without_page(
    root: Path, plans: Mapping[tuple[str, int], CompiledPlan], store: ObjectStore, site: Mapping[str, str]
) -> Iterator[Problem]:
    """Evidence that clauses name and the site does not have.

    Args:
        root: the project's folder.
        plans: those that are shown, by office and 民國 year.
        store: what the site's files hold.
        site: digest of each file, by its path.
    """
    for where, plan in plans.items():
        if plan.clauses:
            clauses = CLAUSES_AS_JSON.validate_json(store.get(plan.clauses))
            named = {each.page for clause in clauses for each in clause.evidence if each.page is not None}
            missing = {page for page in named if not is_there(page, store, site)}
            yield from missing_evidence(root, plan_folder(*where), missing)


def without_proof(root: Path, plans: Mapping[tuple[str, int], CompiledPlan], site: Site) -> Iterator[Problem]:
    """What offices say that their sites meet, and the checks do not show.

    Args:
        root: the project's folder.
        plans: those that are shown, by office and 民國 year.
        site: with all that it proves; without documents it says nothing of their formats.
    """
    untried = () if site.papers else (ProofKey.FORMATS,)
    for where, plan in plans.items():
        if plan.clauses:
            yield from unproven_claims(root, plan_folder(*where), proofs_for(site, where[0]), untried)


def is_there(page: str, store: ObjectStore, site: Mapping[str, str]) -> bool:
    """Whether the site has a page or file, and what is meant within it."""
    path, _, anchor = page.partition("#")
    file = addresses.file_of(path)
    return file in site and (not anchor or f'id="{anchor}"'.encode() in store.get(site[file]))
