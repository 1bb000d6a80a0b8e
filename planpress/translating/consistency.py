"""What is wrong with translations, entry by entry: a warning at each place in the PO file."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Final, TypeVar

from planpress.editions.catalogue import INTERFACE, PLANS, TERMS, Catalogue, Entry, catalogue_path
from planpress.editions.edition import load_editions
from planpress.editions.po_reader import load_catalogue
from planpress.model.language import AUTHORITATIVE, EN
from planpress.problems.problem import Place, Problem, has_errors
from planpress.settings import Settings
from planpress.source import files as project_files
from planpress.source.checks.characters import check_characters
from planpress.source.checks.links import check_links
from planpress.source.checks.personal import check_personal
from planpress.source.values.finding import Finding
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
                problems.extend(catalogue_problems(_catalogues(settings, language.tag), is_english=language == EN))
    return problems


def stray_problems(settings: Settings) -> Iterator[Problem]:
    """A warning (W401) for each file in ``content/locales`` that nothing reads: misspelt, or of an unknown language."""
    read_here = (INTERFACE, TERMS, PLANS) if settings.house == settings.root else (TERMS, PLANS)
    known = {settings.locales_dir / f"{language.tag}.txt" for language in settings.languages if language.derived_from}
    for language in settings.languages:
        if language != AUTHORITATIVE and not language.derived_from:
            paths = [catalogue_path(settings.locales_dir, language.tag, name) for name in read_here]
            # Editors of PO files leave compiled ones beside them.
            known |= {*paths, *(path.with_suffix(".mo") for path in paths)}
    allowed = {path.relative_to(settings.root).as_posix() for path in known}
    for file in project_files.folder(settings.root, settings.locales_dir.relative_to(settings.root).as_posix()).files:
        if file not in allowed:
            yield Problem("W401", Place(file), {"name": PurePosixPath(file).name})


def catalogue_problems(catalogues: Collection[Catalogue], *, is_english: bool = True) -> Iterator[Problem]:
    """What is wrong with what the catalogues of one language say.

    Args:
        catalogues: ``interface.po``, ``plans.po`` and ``terms.po``, as far as there are any.
        is_english: look also for what only English can be held to: punctuation and agreed terms.
    """
    glossary = Glossary.of(entry for each in catalogues if _name(each) == TERMS for entry in each.entries if is_english)
    for catalogue in catalogues:
        public = (each for entry in catalogue.entries for each in public_text_problems(catalogue, entry))
        yield from _errors_first(public)[:MOST_OF_FILE]
        if _name(catalogue) != INTERFACE:
            found = (
                Problem(slip.code, catalogue.place(entry, slip.span), slip.values)
                for entry in catalogue.entries
                if entry.is_current
                for slip in islice(entry_slips(entry, glossary, is_english=is_english), MOST_OF_ENTRY)
            )
            yield from islice(found, MOST_OF_FILE)


def public_text_problems(catalogue: Catalogue, entry: Entry) -> Iterator[Problem]:
    """What no text that becomes public may hold: personal data, odd characters, links that open no page.

    Neither may the Chinese hold what nobody sees: no plan says it so, and its translation would stand on no page.
    """
    for finding in islice(check_personal((), entry.msgid), MOST_OF_ENTRY):
        yield Problem(finding.code, catalogue.msgid_place(entry, finding.values["value"]), finding.values)
    for finding in islice(check_characters((), entry.msgid), MOST_OF_ENTRY):
        if finding.code == "E501":
            yield Problem(finding.code, catalogue.msgid_place(entry), finding.values)
    for form, text in enumerate(entry.strings):
        findings = chain(check_characters((), text), check_personal((), text), check_links((), text))
        # Which characters are Simplified is a question to Chinese alone.
        own = (finding for finding in findings if finding.code != "W501")
        for finding in _errors_first(own)[:MOST_OF_ENTRY]:
            yield Problem(finding.code, catalogue.place(entry, finding.span, form), finding.values)


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


def _catalogues(settings: Settings, tag: str) -> list[Catalogue]:
    paths = [catalogue_path(settings.locales_dir, tag, name) for name in (INTERFACE, TERMS, PLANS)]
    found = [load_catalogue(settings.root, path)[0] for path in paths]
    return [catalogue for catalogue in found if catalogue is not None]


def _name(catalogue: Catalogue) -> str:
    return PurePosixPath(catalogue.file).stem
