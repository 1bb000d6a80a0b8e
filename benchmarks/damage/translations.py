"""PO files and the list of Simplified Chinese words: broken, hostile, or made to keep a machine busy."""

import re
from collections.abc import Callable
from random import Random
from typing import Final

from benchmarks.damage import Damage, Files, below, raw
from benchmarks.damage.structure import TEXTS

HANS: Final = "content/locales/zh-Hans.txt"


def damage(random: Random, files: Files) -> Damage:
    """One of the files that translations come from."""
    if random.random() < 0.2:
        name, content = hans(random, files[HANS])
        return Damage(f"{HANS}: {name}", {HANS: content})
    path = random.choice(below(files, "content/locales/", ".po"))
    if random.random() < 0.12:
        name, made = random.choice(list(BOMBS.items()))
        return Damage(f"{path}: bomb of {name}", {path: made(files[path])}, refused=frozenset({path}))
    way = random.choice(WAYS)
    return Damage(f"{path}: {way.__name__}", {path: way(random, files[path])})


def hans(random: Random, content: bytes) -> tuple[str, bytes]:
    """Lines put to the list of words, or its bytes damaged."""
    if random.random() < 0.3:
        way = random.choice(raw.WAYS)
        return way.__name__, way(random, content)
    left = random.choice(
        ("計畫", "電", "{name}", "{count}", "<", "class", "a", "", "\t", "提供", "%s", random.choice(TEXTS))
    )
    right = random.choice(("计划", "", "<b>", "{nane}", "\t", "'\"", "\\1", "\x00", random.choice(TEXTS)))
    between = random.choice(("\t", "\t", "\t", " ", "", "\t\t"))
    line = f"{left}{between}{right}\n".encode("utf-8", "surrogatepass")
    return f"line {line[:40]!r}", content + line * random.choice((1, 1, 2, 5000))


def header(random: Random, content: bytes) -> bytes:
    line = random.choice(
        (
            b"Plural-Forms: nplurals=2; plural=(n != 1) ? 0 : (", b"Plural-Forms: nplurals=0; plural=0;",
            b"Plural-Forms: nplurals=-1; plural=n;", b"Plural-Forms: nplurals=x; plural=__import__('os');",
            b"Plural-Forms: nplurals=2; plural=n/0;", b"Plural-Forms: nplurals=2; plural=" + b"(" * 5000 + b";",
            b"Content-Type: text/plain; charset=utf-7", b"Content-Type: text/plain; charset=nothing", b"Content-Type: x",
            b"Content-Type: text/plain; charset=utf-16", b"Language: ../../x", b"Language: " + b"x" * 9999, b"PO-Revision-Date: x",
            b"POT-Creation-Date: 9999999-99-99 99:99+9999", b"Language-Team: \xff", b": : :", b"No colon",
            b"POT-Creation-Date: 12000-01-01 00:00+0000", b"MIME-Version: \\x00", b"Content-Transfer-Encoding: base64",
        )
    )  # fmt: skip
    name = line.partition(b":")[0]
    return re.sub(rb'(?m)^"' + re.escape(name) + rb".*\n", b"", content, count=1).replace(
        b'msgstr ""\n"', b'msgstr ""\n"' + line + b'\\n"\n"', 1
    )


def message(random: Random, content: bytes) -> bytes:
    """Another text in one msgstr, or put to it."""
    text = random.choice(
        (*TEXTS, "{unknown}", "{", "}", "{0}", "%(x)s", "{name!r}", "{name:>9999999}", "<b>x</b>", '\\"', "\\")
    )
    written = text if random.random() < 0.2 else text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    entries = list(re.finditer(rb'(?m)^msgstr(\[\d\])? "(.*)"$', content))[1:]
    if not entries:
        return content
    chosen = random.choice(entries)
    old = random.choice((b"", chosen[2]))
    new = b'msgstr%s "%s"' % (chosen[1] or b"", old + written.encode("utf-8", "surrogatepass"))
    return content[: chosen.start()] + new + content[chosen.end() :]


def placeholder(random: Random, content: bytes) -> bytes:
    found = list(re.finditer(rb"\{[a-z_]+\}", content))
    if not found:
        return content
    chosen = random.choice(found)
    new = random.choice(
        (b"", b"{}", b"{0}", b"{x}", b"{" + chosen[0] + b"}", chosen[0] * 2, b"{a.b}", b"{a[0]}", b"%s")
    )
    return content[: chosen.start()] + new + content[chosen.end() :]


def line(random: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    piece = random.choice(
        (
            b"#: x:" + b"9" * 5000, b"#: :", b"#: " + b"x:1 " * 5000, b"#, fuzzy", b"#, " + b"x," * 3000, b"#~ msgid", b"#| msgid \"",
            b"msgid \"x\"", b"msgstr \"x\"", b"msgid_plural \"x\"", b"msgctxt \"x\"", b"msgstr[99999999] \"x\"", b"msgstr[-1] \"x\"",
            b"msgstr[x] \"\"", b"msgid \"unclosed", b"\"", b"\"\\", b"\"\\q\"", b"\"\\x\"", b"\"\\400\"", b"garbage", b"\xff\xfe",
            b"\xe2\x80\xa8", b"#. \x1b[31m", b"domain \"x\"", b"msgid \"\"\nmsgstr \"\"", b"#: \xe2\x81\xa8a b\xe2\x81\xa9:1", b"#:\xc2\xb2",
            b"#: x:\xc2\xb2", b"#: x:-1",
        )
    )  # fmt: skip
    lines.insert(random.randrange(len(lines) + 1), piece + b"\n")
    return b"".join(lines)


def bytes_of(random: Random, content: bytes) -> bytes:
    return random.choice(raw.WAYS[:-1])(random, content)


WAYS: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    header,
    message,
    message,
    message,
    placeholder,
    line,
    bytes_of,
)

BOMBS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "nplurals": lambda content: content.replace(b"nplurals=2", b"nplurals=99999999", 1),
    "more nplurals": lambda content: content.replace(b"nplurals=2", b"nplurals=" + b"9" * 5000, 1),
    "entries": lambda content: content + b"".join(b'\nmsgid "m%d"\nmsgstr "x"\n' % n for n in range(400_000)),
    "one text": lambda content: content + b'\nmsgid "x"\nmsgstr ""\n' + b'"xxxxxxxxxxxxxxxx"\n' * 500_000,
    "comments": lambda content: b"# x\n" * 2_500_000 + content,
}
