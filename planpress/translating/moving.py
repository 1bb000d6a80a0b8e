"""Translations of texts that a new year's plan has with another year: moved alike where that is certain."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from planpress.editions.catalogue import Catalogue, Entry
from planpress.editions.memory import Memory
from planpress.model.dates import gregorian_year
from planpress.model.numerals import narrow
from planpress.settings import Settings
from planpress.translating.merging import merged
from planpress.translating.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class YearMove:
    """The texts of a plan that have moved from one 民國 year to another.

    Attributes:
        office: id of the office.
        before: the year that they named.
        after: the year that they name.
        texts: each as it was and as it is, without printed numbers.
    """

    office: str
    before: int
    after: int
    texts: tuple[tuple[str, str], ...]

    def translation(self, text: str, translation: str) -> str | None:
        """The translation of what a text was, for what it is; None where a person has to write it.

        It is certain where the text names the old year no more, and its translation does, in either calendar.
        """
        if self._years(self.before).search(narrow(text)):
            return None
        years = {str(self.before): str(self.after), str(gregorian_year(self.before)): str(gregorian_year(self.after))}
        moved, count = self._years(self.before).subn(lambda match: years[match[0]], translation)
        return moved if count else None

    @staticmethod
    def _years(roc_year: int) -> re.Pattern[str]:
        return re.compile(rf"(?<!\d)(?<!\d[.,])(?:{roc_year}|{gregorian_year(roc_year)})(?!\d|[.,]\d)")


def carry_translations(settings: Settings, move: YearMove) -> tuple[int, list[str]] | None:
    """Bring every language's catalogue up to date for a new plan, with translations whose year is moved.

    Args:
        settings: of the site.
        move: what has moved in the new plan, which is in its folder already.

    Returns:
        How many translations were moved, and the texts that were translated and now are not; None where a plan or a
        catalogue cannot be read, so that nothing was written.
    """
    workspace = open_workspace(settings)
    if not workspace.complete:
        return None
    count = 0
    left: dict[str, None] = {}
    for translation in workspace.translations:
        memory = translation.edition.memory
        entries, lost = moved_entries(translation.catalogue, memory, move)
        catalogue = replace(translation.catalogue, entries=(*translation.catalogue.entries, *entries))
        translation.write(settings.root, merged(catalogue, workspace.everything, memory))
        count += len(entries)
        left |= dict.fromkeys(lost)
    return count, list(left)


def moved_entries(catalogue: Catalogue, memory: Memory, move: YearMove) -> tuple[list[Entry], list[str]]:
    """The entries that a catalogue gets, and the texts that lose their translation."""
    entries: list[Entry] = []
    lost: list[str] = []
    for before, after in dict.fromkeys(_one_line(move.texts)):
        if memory.lookup(before, move.office) is None or memory.lookup(after, move.office) is not None:
            continue
        entry = catalogue.find(before, move.office)
        string = move.translation(after, entry.string) if entry and entry.is_current else None
        if entry and string:
            entries.append(Entry(after, (string,), context=entry.context, comments=entry.comments))
        else:
            lost.append(after)
    return entries, lost


def _one_line(texts: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((" ".join(before.split()), " ".join(after.split())) for before, after in texts)
