"""What is wrong with translations, entry by entry: a warning at each place in the PO file."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Final, TypeVar

from planpress.editions.edition import load_editions
from planpress.editions.memory import INTERFACE, PLANS, TERMS, catalogue_path
from planpress.editions.po_text import SIZE_LIMIT
from planpress.model.language import AUTHORITATIVE, EN
from planpress.problems.problem import Place, Problem, has_errors
from planpress.settings import Settings
from planpress.source import files as project_files
from planpress.source.checks.characters import check_characters
from planpress.source.checks.links import check_links
from planpress.source.checks.personal import check_personal
from planpress.source.finding import Finding
from planpress.translating.catalogue import Entry, parse_catalogue
from planpress.translating.figures import added, lacking
from planpress.translating.glossary import Glossary
from planpress.translating.style import Slip, slips

_Coded = TypeVar("_Coded", Finding, Problem)

MOST_OF_ENTRY: Final = 20
"""How many warnings about one translation are reported."""
MOST_OF_FILE: Final = 1_000
"""How many about one file."""


def translation_problems(settings: Settings) -> list[Problem]:
    """Everything that is wrong in ``content/locales``; what translations say is read once all files can be.

    Links (E405) are not listed: :func:`planpress.site.loading.folder_problems` tells those of all folders.
    """
    _, found = load_editions(settings)
    problems = [*(problem for problem in found if problem.code != "E405"), *stray_problems(settings)]
    if not has_errors(found):
        for language in settings.languages:
            if language != AUTHORITATIVE and not language.derived_from:
                files = _read(settings, language.tag)
                problems.extend(catalogue_problems(files, is_english=language == EN))
    return problems


def stray_problems(settings: Settings) -> Iterator[Problem]:
    """A warning (W401) for each file in ``content/locales`` that nothing reads: misspelt, or of an unknown language."""
    known = {settings.locales_dir / f"{language.tag}.txt" for language in settings.languages if language.derived_from}
    for language in settings.languages:
        if language != AUTHORITATIVE and not language.derived_from:
            paths = [catalogue_path(settings.locales_dir, language.tag, name) for name in (INTERFACE, TERMS, PLANS)]
            # Editors of PO files leave compiled ones beside them.
            known |= {*paths, *(path.with_suffix(".mo") for path in paths)}
    allowed = {path.relative_to(settings.root).as_posix() for path in known}
    for file in project_files.tree(settings.root, settings.locales_dir.relative_to(settings.root).as_posix()).files:
        if file not in allowed:
            yield Problem("W401", Place(file), {"name": PurePosixPath(file).name})


def catalogue_problems(files: Mapping[str, str], *, is_english: bool = True) -> Iterator[Problem]:
    """What is wrong with what the catalogues of one language say.

    Args:
        files: contents of ``interface.po``, ``plans.po`` and ``terms.po``, as far as there are any, by their paths from
            the root. Their syntax is right.
        is_english: look also for what only English can be held to: punctuation and agreed terms.
    """
    catalogues = {file: parse_catalogue(content) for file, content in files.items()}
    glossary = Glossary.of(
        entry for file, each in catalogues.items() if _name(file) == TERMS for entry in each.entries if is_english
    )
    for file, catalogue in catalogues.items():
        lines = [line.removesuffix("\r") for line in files[file].split("\n")]
        public = (each for entry in catalogue.entries for each in public_text_problems(entry, file, lines))
        yield from _errors_first(public)[:MOST_OF_FILE]
        if _name(file) != INTERFACE:
            found = (
                Problem(slip.code, entry.place(file, lines, slip.span), slip.values)
                for entry in catalogue.entries
                if entry.is_current
                for slip in islice(entry_slips(entry, glossary, is_english=is_english), MOST_OF_ENTRY)
            )
            yield from islice(found, MOST_OF_FILE)


def public_text_problems(entry: Entry, file: str, lines: list[str]) -> Iterator[Problem]:
    """What no text that becomes public may hold: personal data, odd characters, links that open no page."""
    for finding in islice(check_personal((), entry.msgid), MOST_OF_ENTRY):
        yield Problem(finding.code, entry.place_of_msgid(file, lines, finding.values["value"]), finding.values)
    for form, text in enumerate(entry.strings):
        findings = chain(check_characters((), text), check_personal((), text), check_links((), text))
        # Which characters are Simplified is a question to Chinese alone.
        own = (finding for finding in findings if finding.code != "W501")
        for finding in _errors_first(own)[:MOST_OF_ENTRY]:
            yield Problem(finding.code, entry.place(file, lines, finding.span, form), finding.values)


def _errors_first(found: Iterable[_Coded]) -> list[_Coded]:
    """So that no error is cut off by the warnings before it."""
    return sorted(found, key=lambda each: not each.code.startswith("E"))


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
    found = {}
    for name in (INTERFACE, TERMS, PLANS):
        file = catalogue_path(settings.locales_dir, tag, name).relative_to(settings.root).as_posix()
        content, _ = project_files.read(settings.root, file, SIZE_LIMIT)
        if content is not None:
            found[file] = content.decode("utf-8-sig")
    return found


def _name(file: str) -> str:
    return PurePosixPath(file).stem
