"""Bytes of YAML files: what a broken disk, another encoding, a bad merge or a malicious writer makes of them."""

from collections.abc import Callable
from random import Random
from typing import Final

from benchmarks.damage import Damage, Files, below


def damage(random: Random, files: Files) -> Damage:
    """One file, damaged once or a few times."""
    path = random.choice([*below(files, "offices/", ".yml"), "content/topics.yml"])
    content = files[path]
    names = []
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        way = random.choice(WAYS)
        content = way(random, content)
        names.append(way.__name__)
    return Damage(f"{path}: {', '.join(names)}", {path: content})


def flipped(random: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 3, 20))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(random: Random, content: bytes) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def doubled(random: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    start = random.randrange(len(lines))
    part = lines[start : start + random.randrange(1, 30)]
    return b"".join(lines[:start] + part + lines[start:])


def swapped(random: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    if len(lines) > 1:
        first, second = random.sample(range(len(lines)), 2)
        lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def encoded(random: Random, content: bytes) -> bytes:
    encoding = random.choice(
        ("big5", "cp950", "utf-16", "utf-16-le", "utf-32", "gb18030", "utf-7", "utf-8-sig", "cp1252")
    )
    return content.decode("utf-8", "replace").encode(encoding, "replace")


def put_in(random: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    lines.insert(random.randrange(len(lines) + 1), random.choice(PIECES))
    return b"".join(lines)


def put_within(random: Random, content: bytes) -> bytes:
    place = random.randrange(len(content) + 1)
    return content[:place] + random.choice(PIECES).rstrip(b"\n") + content[place:]


def bomb(random: Random, content: bytes) -> bytes:
    return random.choice(BOMBS)() + content * random.choice((0, 1))


WAYS: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    flipped, cut, doubled, swapped, encoded, put_in, put_within, bomb,
)  # fmt: skip
PIECES: Final = tuple(
    piece + b"\n"
    for piece in (
        b"\x00", b"\x1b[31m", b"\xef\xbb\xbf", b"\t", b"\t- x: y", b"\xff\xfe", b"\xaa\xf7\xaa\xf9", b"\xed\xa0\x80",
        b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xc2\x85", b"---", b"...", b"%YAML 9.9", b"%TAG ! tag:x,2000:", b"- ", b"? x",
        b": ", b"&a [*a]", b"*nobody", b"&a x", b"<<: *a", b"<<: {a: b}", b"!!python/object/apply:os.system [id]",
        b"!!binary aGVsbG8=", b"!!set {a, b}", b"!include /etc/passwd", b"!ENV HOME", b"{{ 7*7 }}", b"{", b"]", b'"', b"'",
        b"|", b">", b"@", b"`", b"#", b"!", b"!<>", b"\"\\ud800\"", b"\"\\x00\"", b"0x1F: 1", b"~: ~", b"[1, 2]: 3",
        b"{a: b}: c", b".inf: .nan", b"2001-01-01: 1", b"yes: no", b"title: x", b"<<<<<<< HEAD", b"=======",
        b"name: " + b"9" * 5000, b"adopted: 999-99-99", b"adopted: " + b"1" * 5000 + b"-01-01",
    )
)  # fmt: skip
BOMBS: Final[tuple[Callable[[], bytes], ...]] = (
    lambda: b"[" * 20_000,
    lambda: b"{a: " * 20_000,
    lambda: b"- " * 20_000,
    lambda: b"? " * 20_000,
    lambda: b"x" * 1_900_000,
    lambda: b"a: b\n" * 200_000,
    lambda: b"- a\n" * 400_000,
    lambda: b"\n" * 1_900_000,
    lambda: b"x" * 3_000_000,
    lambda: b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(98, 112)
    ),
    lambda: b"".join(b" " * depth + b"a:\n" for depth in range(1500)),
    lambda: b'"' + b"\\U0001F600" * 100_000 + b'"',
    lambda: b"!" * 100_000,
    lambda: b"&" + b"a" * 100_000 + b" x",
    lambda: b"'" * 100_001,
    lambda: b"#" * 1_000_000,
)  # fmt: skip
