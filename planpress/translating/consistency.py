"""What is wrong with translations, entry by entry: a warning at each place in the PO file."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from planpress.edition import load_editions
from planpress.language import EN, SOURCE
from planpress.problems import Problem, has_errors
from planpress.settings import Settings
from planpress.translating.catalogue import Entry, parse_catalogue
from planpress.translating.figures import added, lacking
from planpress.translating.glossary import Glossary
from planpress.translating.style import Slip, slips
from planpress.translation import PLANS, TERMS, catalogue_path


def translation_problems(settings: Settings) -> list[Problem]:
    """Everything that is wrong in ``content/locales``; what translations say is read once all files can be."""
    _, found = load_editions(settings)
    problems = list(found)
    if not has_errors(problems):
        for language in settings.languages:
            if language != SOURCE and not language.derived_from:
                files = _read(settings, language.tag)
                problems.extend(catalogue_problems(files, is_english=language == EN))
    return problems


def catalogue_problems(files: Mapping[str, str], *, is_english: bool = True) -> Iterator[Problem]:
    """Warnings about the translations of plans and terms into one language.

    Args:
        files: contents of ``plans.po`` and ``terms.po``, as far as there are any, by their paths from the root.
        is_english: look also for what only English can be held to: punctuation and agreed terms.
    """
    catalogues = {file: parse_catalogue(content) for file, content in files.items()}
    glossary = Glossary.of(
        entry for file, each in catalogues.items() if _name(file) == TERMS for entry in each.entries if is_english
    )
    for file, catalogue in catalogues.items():
        lines = files[file].split("\n")
        for entry in catalogue.entries:
            if entry.is_current:
                for slip in entry_slips(entry, glossary, is_english=is_english):
                    yield Problem(slip.code, entry.place(file, lines, slip.span), slip.values)


def entry_slips(entry: Entry, glossary: Glossary, *, is_english: bool = True) -> Iterator[Slip]:
    """What is wrong with one translation."""
    chinese, translation = entry.msgid, entry.string
    for term in glossary.unused(chinese, translation):
        yield Slip("W602", {"term": term.chinese, "translation": term.translations[0]})
    for figure, _ in lacking(chinese, translation, is_english=is_english):
        yield Slip("W603", {"figure": figure})
    for figure, start in added(chinese, translation):
        yield Slip("W604", {"figure": figure}, (start, start + len(figure)))
    yield from slips(chinese, translation, is_english=is_english)


def _read(settings: Settings, tag: str) -> dict[str, str]:
    paths = (catalogue_path(settings.locales_dir, tag, name) for name in (TERMS, PLANS))
    return {path.relative_to(settings.root).as_posix(): path.read_text("utf-8-sig") for path in paths if path.is_file()}


def _name(file: str) -> str:
    return PurePosixPath(file).stem
