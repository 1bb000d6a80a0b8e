"""Characters of a plan that no font of the documents has: W801, in the build and in the check alike."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from planpress.documents.fonts import DocumentFonts
from planpress.model import Plan
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.source import files
from planpress.source.folders import plan_file_name
from planpress.source.text.source_text import decode


def glyph_problems(settings: Settings, plans: Iterable[Plan]) -> list[Problem]:
    """What the documents of some plans would leave out; nothing where no documents are made."""
    if not settings.documents:
        return []
    fonts = DocumentFonts.of(settings)
    return [problem for plan in plans for problem in missing_characters(settings.root, plan, fonts)]


def missing_characters(root: Path, plan: Plan, fonts: DocumentFonts) -> Iterator[Problem]:
    """Every character of a plan's file that no font has, where it first stands."""
    name = plan_file_name(plan.office, plan.roc_year)
    content, _ = files.read(root, name)
    source = decode(name, content)[0] if content is not None else None
    if source is None:
        return
    for character in fonts.missing(source.text):
        start = source.text.index(character)
        code = f"U+{ord(character):04X}"
        yield Problem("W801", source.place(start, start + 1), {"character": character, "code": code})
