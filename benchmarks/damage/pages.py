"""Markdown pages: markup that must not come through, bombs, broken front matter, names that are taken."""

from collections.abc import Callable
from random import Random
from typing import Final

from benchmarks.damage import Damage, Files, below, raw, shown


def damage(random: Random, files: Files) -> Damage:
    """One page, or one more."""
    path = random.choice([*below(files, "content/zh-Hant/", ".md"), *below(files, "content/en/", ".md")])
    return random.choice((markup, markup, markup, odd, bomb, front_matter, taken, bytes_of))(random, path, files[path])


def inserted(random: Random, content: bytes, piece: str) -> bytes:
    """A page with a piece between two of its paragraphs, behind the front matter."""
    blocks = content.split(b"\n\n")
    at = random.randrange(2, len(blocks) + 1) if len(blocks) > 2 else len(blocks)
    return b"\n\n".join([*blocks[:at], piece.encode("utf-8", "surrogatepass"), *blocks[at:]]) + b"\n"


def markup(random: Random, path: str, content: bytes) -> Damage:
    """Markup that no page needs: ``check`` must refuse it and name the page."""
    chosen = random.choice(MARKUP)
    piece = spelt(random, chosen)
    return Damage(
        f"{path}: {shown(piece)}",
        {path: inserted(random, content, piece)},
        refused=frozenset({path}),
        about=shown(chosen),
    )


def spelt(random: Random, piece: str) -> str:
    """The same for a browser, in another spelling."""
    way = random.randrange(5)
    if way == 0:
        return piece.replace("script", "sCrIpT").replace("onerror", "OnErRoR").replace("iframe", "IFRAME")
    if way == 1:
        return f"text {piece} text"
    if way == 2:
        return f"- a list\n\n    {piece}"  # within the item, not a block of code
    if way == 3:
        return f'<div markdown="1">\n\n{piece}\n\n</div>'
    return piece


def odd(random: Random, path: str, content: bytes) -> Damage:
    """What may be refused or not, but must lead to no traceback and put nothing into the page."""
    piece = random.choice(ODD)
    return Damage(f"{path}: {shown(piece)}", {path: inserted(random, content, piece)}, about=shown(piece))


def bomb(random: Random, path: str, content: bytes) -> Damage:
    """What would take a machine's time or memory."""
    name, piece = random.choice(list(BOMBS.items()))
    return Damage(f"{path}: bomb of {name}", {path: inserted(random, content, piece())}, about=f"bomb of {name}")


def front_matter(random: Random, path: str, content: bytes) -> Damage:
    """Another front matter in front of the page's text."""
    body = content.partition(b"\n---\n")[2] or content
    piece, is_wrong = random.choice(FRONT_MATTER)
    made = b"---\n" + piece.encode("utf-8", "surrogatepass") + b"\n---\n" + body
    told = f"front matter {shown(piece)}"
    return Damage(f"{path}: {told}", {path: made}, frozenset({path}) if is_wrong else frozenset(), about=told)


def taken(random: Random, path: str, content: bytes) -> Damage:
    """A page at the address of something else."""
    folder = path.rpartition("/")[0]
    new = f"{folder}/{random.choice(TAKEN)}.md"
    return Damage(f"{new}: an address that is taken", {new: content}, refused=frozenset({new}))


def bytes_of(random: Random, path: str, content: bytes) -> Damage:
    way = random.choice(raw.WAYS)
    return Damage(f"{path}: {way.__name__}", {path: way(random, content)})


TAKEN: Final = (
    "demo-01", "demo-02", "demo-01/114", "demo-01/114/browse", "search", "sitemap", "data", "browse", "browse/years", "quality",
    "topics", "topics/bills", "index", "demo-01/index", "search/index",
)  # fmt: skip

MARKUP: Final = (
    "<script>alert(1)</script>", "<script src=/demo-01/114/files/plan.pdf></script>", "<script type=module src=x.js></script>",
    "<script\n>alert(1)</script\n>", "<scr<script>ipt>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<p onclick=\"alert(1)\">x</p>", "<details open ontoggle=alert(1)>x</details>",
    "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"java&#115;cript:alert(1)\">x</a>", "<a href=\"&#x6A;avascript:alert(1)\">x</a>",
    "<a href=\" java\tscript:alert(1)\">x</a>", "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>", "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>1</script>)", "[x](vbscript:msgbox)", "[x][j]\n\n[j]: javascript:alert(1)",
    "<javascript:alert(1)>", "![x](javascript:alert(1))", "<iframe src=//evil.example></iframe>", "<iframe srcdoc='<script>1</script>'>",
    "<object data=x.pdf></object>", "<embed src=x.pdf>", "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<style>body{display:none}</style>", "<svg onload=alert(1)></svg>",
    "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>", "<form action=//evil.example><input name=x></form>",
    "<button formaction=javascript:alert(1)>x</button>", "<video src=x onerror=alert(1)></video>", "<audio autoplay src=x></audio>",
    "# Title {: onmouseover=alert(1) }", "[x](about.md){: onclick=alert(1) }",
    "[x](about.md){: href=javascript:alert(1) }", "\n\ntext\n{: style=\"position:fixed;inset:0\" }\n\n", "<div style='position:fixed;inset:0'>x</div>",
    "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>", "<marquee onstart=alert(1)>x</marquee>", "<frameset onload=alert(1)>", "<body onload=alert(1)>",
    "<applet code=x></applet>", "<portal src=//evil.example></portal>", "<xmp><script>alert(1)</script></xmp>", "<isindex type=image src=1 onerror=alert(1)>",
    "<a href=x ping=//evil.example>x</a>", "<area href=javascript:alert(1)>",
)  # fmt: skip

ODD: Final = (
    "<img src='x'onerror='alert(1)'>", "text {: onclick=\"alert(1)\" }", "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>", "<!-- <script>alert(1)</script> -->", "<!doctype x [<!ENTITY y 'z'>]>",
    "`<script>alert(1)</script>`", "```\n<script>alert(1)</script>\n```", "    <script>alert(1)</script>", "&lt;script&gt;1&lt;/script&gt;",
    "# Y {: id= }", "# Y {: #a #a .b .b }", "# Y {#m-1-1-1}", "{: }", "{:", "[x](http://[)", "[x](http://[::1)", "[x](//)", "[x](<>)",
    "[x](https://%zz)", "[x]( \x00)", "[x](about.md#\u202e)", "[x](../../../../etc/passwd)", "[x](../en/about.md)", "![](x)", "![x](../../mkdocs.yml)",
    "[a]: <", "[^1]", "[TOC]", "{{ 7*7 }}", "{% raw %}", "<a id=m-1-1-1></a>", "<p id='toc'>x</p>", "<table><td>x", "</div></div></main>",
    "</body></html>", "<div>", "<b><i></b></i>", "|a|b|\n|-|\n|c|", "|a|\n|---|\n" + "|b|\n" * 500, "a\n:   b\n\n    c", ":   x", "=" * 5000,
    "\u202etxt.exe", "\x1b[2J", "\x00", "\x02", "\x03", "\ue000", "stx\x02wzxhzdk:0\x03", "\x02amp\x03", "klzzwxh:0001", "a\u2028b", "#" * 3000, "[x](tel:0)",
    "<http://x>", "<a@b.example>", "<mailto:a@b.example?bcc=c@d.example>", "[x](mailto:a@b.example?bcc=c@d.example)", "1. " * 20, "> " * 40, "<p title='\"'>x</p>",
    "<DIV markdown=1>\n<p markdown=block>*x*\n</DIV>", "<div markdown='nonsense'>x</div>", "<p markdown=1><div markdown=1></p></div>",
)  # fmt: skip

BOMBS: Final[dict[str, Callable[[], str]]] = {
    "CDATA": lambda: "<![CDATA[" * 1000,
    "lists": lambda: "- " * 600,
    "quotations": lambda: "> " * 3000,
    "brackets": lambda: "[" * 20_000,
    "links": lambda: "[a](" * 5000,
    "emphasis": lambda: "*a **" * 10_000,
    "underscores": lambda: "_" * 50_000,
    "backticks": lambda: "".join("`" * n + " " for n in range(400)),
    "elements": lambda: "<div>" * 5000,
    "Markdown in elements": lambda: '<div markdown="1">\n' * 600,
    "less than": lambda: "<" * 50_000,
    "comments": lambda: "<!--" * 5000,
    "entities": lambda: "&#" * 50_000,
    "a word": lambda: "x" * 1_500_000,
    "lines": lambda: "x\n\n" * 100_000,
    "headings": lambda: "# x\n\n" * 20_000,
    "attributes": lambda: "x {: " + "a=b " * 20_000 + "}",
    "open attributes": lambda: "x {:" * 20_000,
    "a table": lambda: "|" * 20_000 + "\n" + "|-" * 20_000,
    "definitions": lambda: "a\n: " * 20_000,
    "references": lambda: "".join(f"[{n}]: x\n" for n in range(50_000)),
    "indentation": lambda: "\n".join(" " * (4 * n) + "- x" for n in range(300)),
    "blanks": lambda: " " * 500_000 + "x",
    "processing": lambda: "<?" * 20_000,
}

FRONT_MATTER: Final = (
    ("title: [1", True), ("title: x: y", True), ("title:", True), ("title: ''", True), ("title: a\x00b", True), ("title: \u202eabc", True),
    ("title: [a, b]", True), ("title: {a: b}", True), ("title: <script>alert(1)</script>", False), ("title: '\"><script>1</script>'", False),
    ("title: &a [*a]", True), ("title: x\ndescription: [1, 2]", True), ("title: x\ndescription: '\" onload=\"x'", False), ("- x", True), ("x", True),
    ("title: !!python/object/apply:os.system [id]", True), ("title: !ENV HOME", True), ("title: x\ntitle: y", True), ("\ttitle: x", True),
    ("title: x\ntemplate: ../../x.html", False), ("title: x\nhide: [a]", False), ("title: " + "x" * 100_000, False), ("title: ~", True),
    ("title: 'a\x1b[2Jb'", True), ("a: " * 2000, True), ("a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\ntitle: *b", True),
)  # fmt: skip
