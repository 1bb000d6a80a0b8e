"""``build.py translate``: bring the catalogues up to date, tell how far they are, help with what is missing."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from rich.cells import cell_len

from planpress.overview.coverage import Coverage
from planpress.problems.filling import filled
from planpress.settings import Settings
from planpress.translating.command_texts import TRANSLATE_TEXTS, TranslateTexts
from planpress.translating.progress import PlanCoverage
from planpress.translating.suggestions import Suggestion, suggestions
from planpress.translating.uniting import unite_catalogues
from planpress.translating.workspace import Workspace, open_workspace


def update(settings: Settings, language: str) -> tuple[str, bool]:
    """Write every language's ``plans.po`` anew from the plans.

    Args:
        settings: of the site.
        language: of the messages.

    Returns:
        What to tell, and whether it was done: nothing is written while a plan or a catalogue cannot be read.
    """
    texts = TRANSLATE_TEXTS[language]
    lines = [texts.united.format(file=file) for file in unite_catalogues(settings)]
    workspace = open_workspace(settings)
    if not workspace.complete:
        return "\n".join([*lines, texts.incomplete]), False
    for translation in workspace.translations:
        catalogue = translation.updated(workspace.everything)
        file = translation.path.relative_to(settings.root).as_posix()
        is_changed = translation.write(settings.root, catalogue)
        counts = filled(
            texts.counts,
            {
                "texts": len(catalogue.entries),
                "stale": sum(entry.is_stale for entry in catalogue.entries),
                "missing": sum(not entry.string for entry in catalogue.entries),
                "obsolete": len(catalogue.obsolete),
            },
        )
        lines.append((texts.updated if is_changed else texts.unchanged).format(file=file, counts=counts))
    return "\n".join(lines), True


def status(settings: Settings, language: str, form: str = "text") -> str:
    """How far every language is with every plan: a table, or JSON for programs."""
    coverage = open_workspace(settings).coverage()
    return _as_json(map(_coverage_record, coverage)) if form == "json" else _table(coverage, TRANSLATE_TEXTS[language])


def suggest(settings: Settings, language: str, form: str = "text") -> str:
    """What may help with every sentence that is missing. Fills nothing."""
    workspace = open_workspace(settings)
    if form == "json":
        return _as_json(
            _suggestion_record(each)
            for translation in workspace.translations
            for each in suggestions(workspace.wanted, translation)
        )
    return "\n".join(_suggestions(workspace, TRANSLATE_TEXTS[language]))


def _table(coverage: Sequence[PlanCoverage], texts: TranslateTexts) -> str:
    languages = dict.fromkeys(each.language for each in coverage)
    rows = [
        texts.columns,
        *(_row(_name(each), each.language, each.coverage) for each in coverage),
        *(
            _row(texts.all_plans, tag, Coverage.sum(each.coverage for each in coverage if each.language == tag))
            for tag in languages
        ),
    ]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _name(each: PlanCoverage) -> str:
    """「kinmen/114」 of a plan, 「kinmen/114/assessments/1」 or 「kinmen/satisfaction」 of results."""
    return each.file.removeprefix("offices/").removesuffix(".yml").removesuffix("/plan")


def _row(plan: str, tag: str, coverage: Coverage) -> tuple[str, ...]:
    numbers = (coverage.translated, coverage.stale, coverage.missing, coverage.characters)
    return (plan, tag, *(f"{number:,}" for number in numbers), f"{coverage.percent}%")


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """Names to the left, figures to the right; Chinese characters take two columns."""
    cells = []
    for position, (cell, width) in enumerate(zip(row, widths, strict=True)):
        gap = " " * (width - cell_len(cell))
        cells.append(cell + gap if position < 2 else gap + cell)
    return "  ".join(cells).rstrip()


def _suggestions(workspace: Workspace, texts: TranslateTexts) -> Iterable[str]:
    for translation in workspace.translations:
        found = list(suggestions(workspace.wanted, translation))
        if not found:
            yield texts.nothing_missing.format(language=translation.edition.language.name)
        for each in found:
            yield f"{each.place.file}:{each.place.line}  {each.language}\n  {each.text}"
            for neighbour in each.neighbours:
                yield f"  {neighbour.similarity:>4.0%}  {neighbour.text}\n        {neighbour.translation}"
            if not each.neighbours:
                yield f"        {texts.no_neighbours}"
            if each.terms:
                yield f"  {texts.terms}  " + "; ".join(f"{term} = {translated}" for term, translated in each.terms)


def _coverage_record(each: PlanCoverage) -> dict[str, object]:
    where = {"file": each.file, "office": each.office, "year": each.roc_year or None}
    return {**where, "language": each.language, **each.coverage.record()}


def _suggestion_record(each: Suggestion) -> dict[str, object]:
    return {
        "language": each.language,
        "file": each.place.file,
        "line": each.place.line,
        "text": each.text,
        "neighbours": [asdict(neighbour) for neighbour in each.neighbours],
        "terms": dict(each.terms),
    }


def _as_json(records: Iterable[dict[str, object]]) -> str:
    return json.dumps(list(records), ensure_ascii=False, indent=2)
