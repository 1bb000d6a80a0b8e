"""The command ``embed``: a plan as a fragment for a page of an office's own content management system."""

from pathlib import Path

import click

from planpress import addresses
from planpress.cli.call import CLEAN, PROBLEMS, Call, Commands, print_problems, say
from planpress.cli.parameters import OfficeId, RocYear, must_be_of_site, must_have_plan
from planpress.cli.words.embed_texts import EMBED_TEXTS, EmbedTexts
from planpress.console import visible, visible_lines
from planpress.model.language import AUTHORITATIVE
from planpress.model.publication import PlanState
from planpress.problems.problem import has_errors
from planpress.writing import write_atomically


def add_embed(commands: Commands) -> None:
    """Add the command to the others."""
    call = commands.call
    texts = EMBED_TEXTS[call.language]

    @commands.add(texts.help)
    @click.argument("office", type=OfficeId(call), metavar=texts.office)
    @click.argument("year", type=RocYear(call), metavar=texts.year)
    @click.option("--level", type=click.IntRange(1, 6), default=2, metavar="N", help=texts.level_help)
    @click.option("--language", "tag", default=AUTHORITATIVE.tag, metavar="TAG", help=texts.language_help)
    @click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help=texts.output_help)
    def embed(office: str, year: int, level: int, tag: str, output: Path | None) -> int:
        return _embed(call, texts, office, year, level, tag, output)


def _embed(call: Call, texts: EmbedTexts, office_id: str, year: int, level: int, tag: str, output: Path | None) -> int:
    from planpress.documents.plan_document import as_draft, document_of
    from planpress.documents.results_document import results_document
    from planpress.editions.edition import load_editions
    from planpress.editions.voice import voice_of
    from planpress.pages.plan.embed import embed_fragment, offered_files
    from planpress.source.repository import read_office, read_organisations, read_plan, read_results

    settings = call.settings()
    must_be_of_site(call, settings, office_id)
    must_have_plan(call, office_id, year)
    chosen = next((each for each in settings.languages if each.tag.lower() == tag.lower()), None)
    if chosen is None:
        known = call.texts.comma.join(each.tag for each in settings.languages)
        raise click.UsageError(texts.no_language.format(name=visible(tag), known=known))
    organisations, problems = read_organisations(call.root)
    office, found = read_office(call.root, office_id, organisations)
    problems += found
    plan, found = read_plan(call.root, office, year) if office else (None, [])
    problems += found
    if office is None or plan is None or has_errors(problems):
        print_problems(call, problems)
        return PROBLEMS
    edition = load_editions(settings)[0][chosen.tag]
    voice = voice_of(settings.facts, edition)

    def address(path: str) -> str:
        return addresses.absolute(settings.site_url, addresses.localised(chosen, path))

    url = address(addresses.plan(office_id, year))
    document = document_of(plan, office, voice, url)
    if plan.publication.state(settings.today) is not PlanState.PUBLIC:
        document = as_draft(document)
        say(texts.draft)
    results = [
        results_document(plan, office, each, voice, address(addresses.results(office_id, year, each.name)))
        for each in read_results(call.root, office, year).public
    ]
    files = offered_files(plan, edition, settings.site_url, documents=settings.documents)
    pictures = addresses.absolute(settings.site_url, addresses.plan_files(office_id, year))
    fragment = embed_fragment(document, results, files, edition, level, pictures)
    if output is None:
        print(fragment, end="")
        return CLEAN
    file = f"{office_id}-{year}.{chosen.tag}.html"
    values = {"title": document.title.value, "file": file, "url": url, "level": level, "above": max(1, level - 1)}
    sheets = {f"{office_id}-{year}.{each}.txt": said.sheet.format(**values) for each, said in EMBED_TEXTS.items()}
    output.mkdir(parents=True, exist_ok=True)
    for name, text in {file: fragment, **sheets}.items():
        write_atomically(output / name, text.encode())
    print(
        visible_lines(texts.written.format(files=call.texts.comma.join(str(output / name) for name in (file, *sheets))))
    )
    return CLEAN
