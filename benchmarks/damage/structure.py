"""YAML that is sound but says something else: keys, types, and hostile texts in every field."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

import yaml

from benchmarks.damage import Damage, Files, below, shown

Path = tuple[str | int, ...]


def damage(random: Random, files: Files) -> Damage:
    """One value or key of one file, or a few, replaced."""
    path = random.choice([*below(files, "offices/", ".yml"), "content/topics.yml"])
    data = yaml.load(files[path], yaml.BaseLoader)
    told = []
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        if not (found := list(places(data))):
            break
        place = random.choice(found)
        way = random.choice(WAYS)
        way(random, data, place)
        told.append(f"{way.__name__} {'.'.join(map(str, place))}")
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return Damage(f"{path}: {shown('; '.join(told), 90)}", {path: text.encode("utf-8", "surrogatepass")})


def places(data: Any, above: Path = ()) -> Iterator[Path]:
    """Every place in nested lists and mappings, below the outermost."""
    keys = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in keys:
        yield (*above, key)
        yield from places(value, (*above, key))


def holder(data: Any, place: Path) -> Any:
    """What holds a place; None when an earlier change took it away."""
    for key in place[:-1]:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return None
    within = isinstance(data, dict | list) and (
        place[-1] in data if isinstance(data, dict) else isinstance(place[-1], int) and place[-1] < len(data)
    )
    return data if within else None


def hostile(random: Random, data: Any, place: Path) -> None:
    if (home := holder(data, place)) is not None:
        text, old = random.choice(TEXTS), home[place[-1]]
        home[place[-1]] = text if random.random() < 0.5 or not isinstance(old, str) else old + text


def renamed(random: Random, data: Any, place: Path) -> None:
    home = holder(data, place)
    if isinstance(home, dict):
        home[random.choice((f"{place[-1]}x", str(place[-1]).upper(), "ids", "<script>", "題目", "", "__class__"))] = (
            home.pop(place[-1])
        )


def removed(random: Random, data: Any, place: Path) -> None:
    if (home := holder(data, place)) is not None:
        del home[place[-1]]


def doubled(random: Random, data: Any, place: Path) -> None:
    home = holder(data, place)
    if isinstance(home, list) and isinstance(place[-1], int):
        home.insert(random.randrange(len(home) + 1), home[place[-1]])


def retyped(random: Random, data: Any, place: Path) -> None:
    if (home := holder(data, place)) is not None:
        old = home[place[-1]]
        values: tuple[Any, ...] = (
            None, True, 0, -1, 1e400, 10**400, [], {}, [old], {"a": old}, [[[]]], "", " ", "0", "~", [None], [1, "a", {}],
        )  # fmt: skip
        home[place[-1]] = random.choice(values)


def moved(random: Random, data: Any, place: Path) -> None:
    home = holder(data, place)
    if isinstance(home, list):
        random.shuffle(home)


WAYS: Final[tuple[Callable[[Random, Any, Path], None], ...]] = (
    hostile, hostile, hostile, renamed, removed, doubled, retyped, moved,
)  # fmt: skip

TEXTS: Final = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", '"><script src=//evil.example/x.js></script>',
    "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", '" autofocus onfocus="alert(1)', "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)>", "javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>1</script>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content=0;url=//evil.example>", "</title><script>1</script>",
    "-->", "<!--", "]]>", "<![CDATA[", "&lt;script&gt;", "&#60;script&#62;", "&", "\\", "%s%n{0}{name}", "{}", "{0.__class__}",
    "{{ 7*7 }}", "{% include '/etc/passwd' %}", "{{ self.__init__.__globals__ }}", "#read(\"/etc/passwd\")", "#import \"x\"",
    "$x^2$", "#{panic()}", "@label", "*bold* _it_ `code`", "\\u{0}", "=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(1)", "\t=1",
    "\u202e\u202dabc", "\u2066x\u2069", "\u200b\u200d\ufeff", "\x1b[2J\x1b]0;x\x07", "\x00", "\x85", "\u2028", "\ud800",
    "字" * 33_000, "a" * 100_000, "a " * 50_000, "一、" * 2000, "(一)" * 2000, "((((((((((" * 500, "\U0010ffff", "\U0001f469\u200d\U0001f4bb",
    "壹", "m-二", "../../../etc/passwd", "..", "/etc/passwd", "C:\\Windows", "con", "nul.pdf", "index.html", "a/b", "a\\b",
    "plan.js", "x.html", "x.svg", "demo-01-114-plan.zh-Hant.pdf", "https://", "http://[", "http://\u4e2d\u6587", "//evil.example",
    "mailto:a@b.example?bcc=c@d.example", "a@b.example?bcc=c", "tel:+886", "999999999999999999999", "-0", "1e999", "NaN",
    "114-13-01", "0-0-0", "114-02-30", "²³", "٣", "Ⅷ", "㈠", "１１４", "m-1-1-1", "s-1", "toc", "constructor", "__proto__",
)  # fmt: skip
