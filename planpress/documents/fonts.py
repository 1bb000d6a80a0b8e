"""The fonts that documents are set in: a pinned package by default, a configured file before it.

Noto Sans CJK covers every character of the five plans. A web team that has 全字庫正楷體 or another font puts the
file into ``theme/documents/fonts/`` and names its family in mkdocs.yml.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final, Self

import manimgx_fonts_cjk
import typst
from fontTools.ttLib import TTCollection, TTFont

from planpress.model.document_files import FONT_SUFFIXES
from planpress.settings import Settings

NOTO: Final = {"zh-Hant": "Noto Sans CJK TC", "zh-Hans": "Noto Sans CJK SC"}
MISSING_TYPE: Final = "〓"
"""GETA MARK, what printers set where a type is missing."""


@dataclass(frozen=True)
class DocumentFonts:
    """Fonts for documents, loaded once a process.

    Attributes:
        folder: of the web team's own font files; may be missing.
        preferred: families that come before the default, as mkdocs.yml names them.
    """

    folder: Path
    preferred: Sequence[str] = field(default=(), hash=False)

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The fonts of a site."""
        return cls(settings.documents_dir / "fonts", settings.fonts)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every font file that may be used, the web team's first."""
        own = sorted(path for path in self.folder.glob("*") if path.suffix.lower() in FONT_SUFFIXES)
        default = sorted(Path(manimgx_fonts_cjk.__file__).parent.glob("*.ttc"))
        return (*own, *default)

    @cached_property
    def loaded(self) -> typst.Fonts:
        """The fonts as Typst wants them; nothing of the machine's own."""
        folders = dict.fromkeys(str(path.parent) for path in self.files)
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))

    def families(self, tag: str) -> tuple[str, ...]:
        """Families for a language, in the order in which they are tried."""
        return tuple(dict.fromkeys((*self.preferred, NOTO.get(tag, NOTO["zh-Hant"]), NOTO["zh-Hant"])))

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that at least one font has a glyph for."""
        return frozenset[int]().union(*map(characters_of, self.files))

    def missing(self, text: str) -> list[str]:
        """Characters of a text that no font has."""
        return [character for character in dict.fromkeys(text) if not self._has(character)]

    def printable(self, text: str) -> str:
        """The text, with a mark for every character that no font has."""
        if all(map(self._has, text)):
            return text
        return "".join(character if self._has(character) else MISSING_TYPE for character in text)

    def _has(self, character: str) -> bool:
        return ord(character) in self.characters or character == "\n"


def characters_of(path: Path) -> frozenset[int]:
    """Code points of the first face of a font file; the faces of a collection share their glyphs."""
    if path.suffix.lower() in {".ttc", ".otc"}:
        with TTCollection(str(path), lazy=True) as collection:
            return frozenset(collection.fonts[0].getBestCmap())
    with TTFont(str(path)) as font:
        return frozenset(font.getBestCmap())
