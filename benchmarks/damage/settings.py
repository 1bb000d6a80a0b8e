"""``mkdocs.yml``: values of other types, languages, addresses, extensions, tags, hooks."""

from random import Random
from typing import Any, Final

import yaml

from benchmarks.damage import Damage, Files, raw, shown
from benchmarks.damage.structure import TEXTS

FILE: Final = "mkdocs.yml"


def damage(random: Random, files: Files) -> Damage:
    """One key with another value, one line more, or damaged bytes."""
    content = files[FILE]
    chance = random.random()
    if chance < 0.2:
        way = random.choice(raw.WAYS)
        return Damage(f"{FILE}: {way.__name__}", {FILE: way(random, content)})
    if chance < 0.35:
        line, is_wrong = random.choice(LINES)
        made = content.rstrip(b"\n") + b"\n" + line.encode() + b"\n"
        return Damage(f"{FILE}: {shown(line)}", {FILE: made}, frozenset({FILE}) if is_wrong else frozenset())
    data = yaml.safe_load(content)
    told = ""
    for _ in range(random.choice((1, 1, 2))):
        name, values = random.choice(list(VALUES.items()))
        value = random.choice((*values, *ANY))
        holder = data
        *above, last = name.split(".")
        for part in above:
            holder = holder.setdefault(part, {}) if isinstance(holder, dict) else {}
        if isinstance(holder, dict):
            holder[last] = value
        told = f"{name}: {shown(value)}"
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
    return Damage(f"{FILE}: {told}", {FILE: text})


ANY: Final[tuple[Any, ...]] = (
    None,
    True,
    0,
    -1.5,
    [],
    {},
    [[]],
    {"a": {"b": 1}},
    "",
    " ",
    "\ud800",
    "\x00",
    *TEXTS[::7],
)

VALUES: Final[dict[str, tuple[Any, ...]]] = {
    "site_name": TEXTS[::3],
    "site_url": (
        "https://例子.台灣/", "https://plans.example/計畫/", "https://plans.example/a b/", "https://", "http://[", "ftp://x/", "//x/",
        "javascript:alert(1)", "https://x/?q=1", "https://x/#a", "https://u:p@x/", "https://x:99999/", "https://x/'\"><script>", "https://x/%zz/",
        "https://x/../../", "https://x/\n", "HTTPS://X/", "https://-x-/", "https://x/a//b/", "https://" + "a" * 3000 + "/", 5,
    ),
    "site_dir": ("..", "/", "offices", "content/x", ".git", ".cache", "site/../theme", "~", "a\x00b", "mkdocs.yml", 5, ["x"]),
    "docs_dir": ("..", "/etc", "offices", "nothing", 5),
    "use_directory_urls": (False, "no", 5),
    "extra.languages": (
        ["zh-Hant", "assets"], ["zh-Hant", "fr"], ["en"], ["zh-Hant", "zh-Hant"], ["zh-Hant", "../x"], ["zh-Hant", 5], "zh-Hant", [], [[]],
        ["zh-Hant", "en", "en"], ["zh-Hant", "zh-Hans"], ["zh-Hant", "ja"], ["zh-Hant", "EN"], ["zh-Hant", ""], ["zh-Hant", "x" * 9999],
    ),
    "extra.site_name": ({"en": 5}, {"en": ["x"]}, {5: "x"}, {"fr": "x"}, *({"en": text} for text in TEXTS[::5])),
    "extra.description": ({"en": "x"}, {"zh-Hant": 5}, *({"zh-Hant": text} for text in TEXTS[::5])),
    "extra.documents": ("yes", 5, False, True),
    "extra.fonts": ("x", 5, [5], [[]], ["<script>"], ["../../x"], ['"); #panic()']),
    "extra": (5, [1], "x", None),
    "theme": ("material", {"name": "nothing"}, {"name": "mkdocs"}, {"name": None, "custom_dir": "/etc"}, 5, {"name": "material", "custom_dir": ".."}),
    "theme.custom_dir": ("/etc", "..", "nothing", 5),
    "plugins": ([], ["search"], ["nothing"], [{"planpress": {"x": 1}}], "planpress", 5, {"planpress": {}}, ["planpress", "planpress"]),
    "markdown_extensions": (
        ["nothing"], ["attr_list", "os"], [5], "x", {"attr_list": 5}, [{"toc": {"permalink": "<script>"}}], ["pymdownx.snippets"], ["toc", "toc"],
        [{"toc": {"nothing": 1}}], ["markdown.nothing"], ["..x"], [""],
    ),
    "exclude_docs": (5, ["x"], "!**", "***["),
    "nav": ([{"x": "nothing.md"}], 5, [{"x": "javascript:alert(1)"}], ["/etc/passwd"]),
    "validation": (5, {"links": 5}),
    "strict": (True, "x"),
    "extra_css": (["x.css"], 5),
    "extra_javascript": (["//evil.example/x.js"], 5),
    "copyright": ("<script>alert(1)</script>",),
    "repo_url": ("javascript:alert(1)",),
    "watch": (["/"], 5),
}  # fmt: skip

LINES: Final = (
    ("hooks: [hook.py]", True), ("hooks:\n  - ../hook.py", True), ("copyright: !ENV HOME", False), ("copyright: !ENV [A, B, c]", False),
    ("copyright: !ENV", False), ("copyright: !ENV {a: b}", False), ("x: !!python/name:os.system", False), ("x: !relative $config_dir", False),
    ("x: !!python/object/apply:os.system [id]", False), ("INHERIT: ../outside.yml", False), ("INHERIT: mkdocs.yml", False), ("INHERIT: 5", False),
    ("x: &a [*a]", False), ("x: *nobody", False), ("site_name: twice", False), ("<<: {site_name: x}", False), ("a: &a {<<: *a}", False), ("? [a]\n: b", False),
    ("nothing: 1", False), ("5: 5", False), ("~: ~", False), ("x: 2001-99-99", False), ("x: !!int x", False), ("x: !!timestamp x", False), ("x: !!binary '*'", False),
)  # fmt: skip
