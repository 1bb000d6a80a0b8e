"""Chinese words that people know, of two to four characters: OpenCC's dictionaries of phrases."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

import opencc

from planpress.editions.folding import fold

LENGTHS: Final = (4, 3, 2)
_DICTIONARIES: Final = ("STPhrases", "TSPhrases")


@cache
def known_words() -> frozenset[str]:
    """The words, folded. None where the package lacks its program that reads them."""
    folder = Path(opencc.__file__).parent / "clib"
    program = shutil.which("opencc_dict", path=folder / "bin")
    if program is None:
        return frozenset()
    words: set[str] = set()
    for name in _DICTIONARIES:
        with tempfile.TemporaryDirectory() as made:
            text = Path(made, name)
            dictionary = folder / "share" / "opencc" / f"{name}.ocd2"
            command = [program, "-f", "ocd2", "-t", "text", "-i", str(dictionary), "-o", str(text)]
            subprocess.run(command, capture_output=True, check=False)
            if text.exists():
                words.update(fold(text.read_text("utf-8")).split())
    return frozenset(word for word in words if len(word) in LENGTHS)
