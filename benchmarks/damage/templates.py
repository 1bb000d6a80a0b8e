"""Templates of pages and documents as a web team may leave them."""

from random import Random
from typing import Final

from benchmarks.damage import Damage, Files, below, raw, shown


def damage(random: Random, files: Files) -> Damage:
    """One template damaged. Who writes templates may write any page: what a page shows is not judged here."""
    path = random.choice(
        [*below(files, "theme/site/", ".html", ".css"), *below(files, "theme/documents/", ".xml", ".typ", ".jinja")]
    )
    content = files[path]
    if random.random() < 0.5:
        way = random.choice(raw.WAYS[:-1])  # a template may keep a machine busy: who writes one is trusted
        return Damage(f"{path}: {way.__name__}", {path: way(random, content)}, trusted=True)
    lines = content.splitlines(keepends=True)
    piece = random.choice(PIECES)
    lines.insert(random.randrange(len(lines) + 1), piece + b"\n")
    return Damage(f"{path}: {shown(piece)}", {path: b"".join(lines)}, trusted=True)


PIECES: Final = (
    b"{{ nothing }}", b"{{ nothing.at.all }}", b"{{", b"{%", b"{% if %}", b"{% endfor %}", b"{% include 'nothing.html' %}", b"{% extends 'plan.html' %}",
    b"{{ 1/0 }}", b"{{ [] | first.x }}", b"{{ x | nothing }}", b"{{ undefined() }}", b"{% import 'base.html' as b %}{{ b.nothing() }}",
    b"{% include 'base.html' %}", b"\xff", b"\xaa\xf7", b"{{ '' | int(1, 2, 3, 4) }}", b"{{ (1).x.y }}",
    b"{{ ''.__class__.__mro__ }}", b"{% macro x() %}{{ x() }}{% endmacro %}{{ x() }}", b"{# ", b"{{ 'a' + 1 }}", b"{{ {}['x'] }}", b"{{ super() }}",
)  # fmt: skip
