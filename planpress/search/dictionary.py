"""Words that people know, to suggest them: those of OpenCC's phrases that stand by themselves in the texts.

A word counts only if something else ends before it and begins after it: 當面會商 holds no 面會, 管理系統 no 管理系.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

import opencc

from planpress.editions.folding import fold

_DICTIONARIES: Final = ("STPhrases", "TSPhrases")
_LENGTHS: Final = (4, 3, 2)
_LITTLE: Final = frozenset(fold("並於其將該之和與及或等為而則且由從以所者個各每另均應的"))
"""Characters that words do not hold, but end at."""
_RUN: Final = re.compile("[\u3400-\u9fff]+")


@cache
def known_words() -> frozenset[str]:
    """The words of the dictionaries, folded; none where the package lacks its program that reads them."""
    folder = Path(opencc.__file__).parent / "clib"
    program = shutil.which("opencc_dict", path=folder / "bin")
    if program is None:
        return frozenset()
    words: set[str] = set()
    for name in _DICTIONARIES:
        with tempfile.TemporaryDirectory() as made:
            text = Path(made) / name
            command = [
                program,
                "-i",
                str(folder / "share" / "opencc" / f"{name}.ocd2"),
                "-f",
                "ocd2",
                "-o",
                str(text),
                "-t",
                "text",
            ]
            subprocess.run(command, capture_output=True, check=False)
            if text.exists():
                words.update(fold(text.read_text("utf-8")).split())
    return frozenset(word for word in words if len(word) in _LENGTHS and _LITTLE.isdisjoint(word))


def words_in(texts: Iterable[str]) -> list[str]:
    """The known words that stand by themselves somewhere in the texts, as they are spelt there."""
    known = known_words()
    beginnings = {word[:2] for word in known}
    spelt = "\n".join(run for text in texts for run in _RUN.findall(text))
    folded = f"\n{fold(spelt)}\n"
    begun: dict[str, int] = {}
    ended: set[str] = set()
    for at in range(1, len(folded) - 1):
        if folded[at : at + 2] not in beginnings:
            continue
        for length in _LENGTHS:
            word = folded[at : at + length]
            if word in known:
                if _is_edge(folded[at - 1]):
                    begun.setdefault(word, at - 1)
                if _is_edge(folded[at + length]):
                    ended.add(word)
    return sorted(spelt[at : at + len(word)] for word, at in begun.items() if word in ended)


def _is_edge(character: str) -> bool:
    return character == "\n" or character in _LITTLE
