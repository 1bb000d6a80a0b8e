"""Slips in the writing of one line, with the line as it was meant: marks, colons, keys and quotes."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final

from planpress.source.text.wide_signs import COLONS, IN_BRACKETS, QUOTES, half_width, says_otherwise

BLANKS: Final = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""What looks like a blank; only the first is one to YAML. For a class of a regular expression."""
MARKS: Final = (
    "\uff0d\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe63\u2022\u25cf\u2027\u2024\u00b7\u30fb\u2219\u25e6\u25cb"
    "\u25aa\u25a0\u25a1\u25c6\u25c7\u25ce\u25b6\u25ba\u2756\u27a2\u2605\u2606\u203b\u2713\u2714\u204e\u30fc\uf06c-\uf0fc*+"
)
"""What is written for the hyphen of a row: dashes, bullets, and those that Word has in fonts of its own."""

ROW_BEGINS: Final = re.compile(
    rf"[-{MARKS}]|"
    r"[(（]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸])(?:[.．、)）](?![0-9]))|[^\t]+\t"
)
"""Words that begin a row: a printed number, a bullet, or cells from a table."""

_INDENT: Final = re.compile(rf"[{BLANKS}]*")
_MARK: Final = re.compile(rf"(?P<mark>[-{MARKS}])(?P<blanks>[{BLANKS}]*)(?=[^{BLANKS}])")
_AGAIN: Final = re.compile(rf"(?:-[{BLANKS}]*)+")
_KEY: Final = re.compile(
    rf"(?P<word>[\w-]{{1,20}}?)(?P<before>[{BLANKS}]*)"
    rf"(?P<colon>[{COLONS}](?:[{BLANKS}]*[{COLONS}])*)(?P<after>[{BLANKS}]*)(?P<value>.*)"
)
_NO_COLON: Final = re.compile(
    rf"(?P<word>[a-z][a-z0-9_]*)(?:[{BLANKS}]+|[{BLANKS}]*[;；=＝][{BLANKS}]*)(?P<value>\S.*)"
)
_CLOSED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_WIDE_QUOTED: Final = re.compile(
    rf"(?P<open>[\"{QUOTES}])(?P<text>[^\"{QUOTES}]*)(?P<close>[\"{QUOTES}])(?P<after>\s*(?: #.*)?)"
)
_WORD: Final = re.compile(rf"[A-Za-z][A-Za-z0-9_]*[{COLONS}]")
_BREAKS: Final = re.compile(r":(?:\s|$)|\s#|^[-?] |^[&*!|>@`%\[{]")
_ROW: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "say", "do", "item", "who", "when")
_OTHER_KEY: Final = re.compile(
    rf"(?<=[^\x00-\x7f（「『《〈])[{BLANKS}]*(?:- ?)?"
    rf"(?P<key>do|item|say|who|when|unsure|sic|h[1-6])[{BLANKS}]*[{COLONS}](?!//)"
)
_CUTTING: Final = re.compile(r":(?=\s|$)")
_SPECIAL: Final = ("", '"', "'", "[", "{", "|", ">", "&", "*", "!", "#", "?")
"""What a text without quotes does not begin with."""
_TEXT_ALL_THE_SAME: Final = re.compile(r"(?:\[[^\[\]#]*\]|\{[^{}#]*\})\s*[^\s#][^#]*|[|>](?![+-]?\d?[+-]?$)[^#]*[^\s#]")
"""What begins like a list or a text of several lines and goes on as neither: ``[註] 另行約定。``, ``|推廣帳單。``"""
_WIDE_BAR: Final = re.compile(r"[\uff5c\ufe31\ufe33\u2502\u2503\u2223\u01c0\uffe8\u4e28\uff1e](?P<sign>[+-]?)")
"""What looks like the ``|`` before a text of several lines."""
_IN_FLOW: Final = re.compile(
    rf"(?P<before>[{{,]\s*)(?P<word>[a-z][a-z0-9_]*)\s*(?P<colon>[{COLONS}])(?P<after>\s*)(?=[^{BLANKS}])"
)
_SIGNS: Final = re.compile(rf"\A(?!◎)[-{MARKS}{BLANKS}]+")
_NUMBERED_KEY: Final = re.compile(
    rf"(?P<number>[^\s:：]{{1,5}}[.．、)）][{BLANKS}]*)(?P<key>h[1-6]|say|do|item)[{BLANKS}]*[:：][{BLANKS}]*"
)
"""A number that stands before the key of its row: ``1. do: 推廣電子帳單。``."""
_KIND_SIGNS: Final = {
    "h1": re.compile(r"[一二三四五六七八九十]+、"),
    "h2": re.compile(r"[(（][一二三四五六七八九十]+[)）]"),
    "item": re.compile(r"[甲乙丙丁戊己庚辛壬癸][.．、]|◎"),
}
"""What a row is by the number that it begins with; any other is a measure."""

_SUSPECT: Final = re.compile(
    rf"[{QUOTES}＃］｝]|{_OTHER_KEY.pattern}|^ *(?:- )?\w+: +(?:[{COLONS}]|{_WIDE_BAR.pattern})"
    rf"|^ *- *[\[{{].*，|^ *(?:- )?(?:{'|'.join(sorted(IN_BRACKETS))}): +[\[{{].*[，{COLONS[1:]}]",
    re.MULTILINE,
)
"""What may be a slip though YAML takes it for a part of a text on one line."""

Resolve = Callable[[str, int, bool], str | None]
"""The key that a word stands for at a column, with the mark of a row before it or without."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that is written wrong.

    Attributes:
        code: of the problem.
        span: the characters of the line that are meant.
        values: what the texts of the code insert.
    """

    code: str
    span: tuple[int, int]
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Written:
    """A line outside of all texts, taken to pieces.

    Attributes:
        indent: its blanks.
        mark: ``- `` with all its blanks; empty where there is none.
        key: the key; None where the line has none.
        value: what follows the key and its colon, or the mark.
        slips: what is wrong, in the order of the line.
    """

    indent: str
    mark: str = ""
    key: str | None = None
    value: str = ""
    slips: list[Slip] = field(default_factory=list)

    @property
    def column(self) -> int:
        """Where its mark or its key begins."""
        return len(self.indent)

    @property
    def key_column(self) -> int:
        """Where its key or its text begins."""
        return len(self.indent) + len(self.mark)

    @property
    def line(self) -> str:
        """The line as it was meant."""
        key = "" if self.key is None else f"{self.key}:{' ' if self.value else ''}"
        return f"{self.indent}{self.mark}{key}{self.value}"


def may_have_slips(text: str) -> bool:
    """Whether anything in a file may be a slip of a kind that YAML understands, if otherwise than it was meant.

    Any other slip makes a file that YAML refuses, that has keys which nobody knows, or a text that goes on over lines.
    """
    return _SUSPECT.search(text) is not None


def indentation(line: str) -> str:
    """The blanks at the beginning of a line, whatever their kind."""
    match = _INDENT.match(line)
    return match[0] if match else ""


def width(indent: str) -> int:
    """Columns of an indentation, as it looks: a full-width blank and a tab take two."""
    return sum(2 if blank in "\t\u3000" else 1 for blank in indent)


def is_key_line(line: str, keys: Collection[str]) -> bool:
    """Whether a line begins with one of these keys and a colon, with a mark before it or without."""
    start = len(indentation(line))
    if mark := _MARK.match(line, start):
        start = mark.end()
    match = _KEY.match(line, start)
    return match is not None and unicodedata.normalize("NFKC", match["word"]) in keys


def head(line: str) -> tuple[str, str, str]:
    """The blanks at the beginning of a line, the mark and the word before a colon; empty what is not there."""
    indent = indentation(line)
    start = len(indent)
    mark = _MARK.match(line, start)
    key = _KEY.match(line, mark.end() if mark else start)
    return indent, mark["mark"] if mark else "", key["word"] if key else ""


def take(line: str, keys: Collection[str], resolve: Resolve, is_list: Callable[[int], bool]) -> Written:
    """A line outside of all texts: its pieces as they were meant, and what is wrong with it.

    Args:
        line: without its end.
        keys: every key of the file; empty where they are not known.
        resolve: tells the key that a word stands for.
        is_list: whether a list stands at a column, or is expected there.
    """
    indent = indentation(line)
    written = Written(" " * width(indent))
    if indent.strip(" "):
        written.slips.append(wide_indent(indent))
    start = _take_mark(written, line, len(indent), resolve, is_list)
    if not _take_key(written, line, start, keys, resolve):
        written.value = line[start:]
    if written.value.startswith("＃") and written.key is None and not written.mark:
        written.slips.append(Slip("E349", (start, start + 1)))
        written.value = f"# {written.value[1:].lstrip()}"
    value_at = len(line) - len(written.value)
    if written.key in IN_BRACKETS or (written.mark and written.key is None):
        meant = half_width(written.value, written.key or "", keys)
        if (at := says_otherwise(written.value, meant)) is not None:
            span = value_at + at, value_at + at + 1
            written.slips.append(Slip("E383", span, {"mark": written.value[at]}))
            written.value = meant
    is_bare = written.value[:1] not in _SPECIAL
    if is_bare and written.key in _ROW and (other := _OTHER_KEY.search(written.value)):
        key = other["key"]
        written.slips.append(Slip("E153", (value_at + other.start("key"), value_at + other.end("key")), {"key": key}))
        written.value = written.value[: other.start()].rstrip()
    elif written.key in _ROW and _TEXT_ALL_THE_SAME.fullmatch(written.value.rstrip()):
        written.slips.append(Slip("E318", (value_at, value_at + 1), {"character": written.value[0]}))
        written.value = _in_quotes(written.value.rstrip())
    elif written.value[:1] in ("{", "["):
        written.value, slips = in_flow(written.value, keys, value_at)
        written.slips += slips
    elif written.key is not None or written.mark:
        if wide := _WIDE_BAR.fullmatch(written.value.rstrip()):
            written.slips.append(Slip("E367", (value_at, value_at + 1), {"mark": wide[0]}))
            written.value = f"|{wide['sign']}"
        _mend_quotes(written, value_at)
        if written.key is not None:
            _mend_bare(written, value_at)
    return written


def as_row(written: Written, column: int, words: str, start: int) -> Written:
    """A line among rows that has no key, as the row that it was meant to be.

    Args:
        written: the line.
        column: where the rows of its list begin.
        words: the line without its blanks.
        start: where these begin.
    """
    words = _SIGNS.sub("", words)
    if written.value[:1] in ("{", "["):
        return written
    if words.startswith(("---", "...")) or words[:1] in ("", "{", "[", "#", "＃", "&", "*", "!", "?", "|", ">"):
        return written
    if numbered := _NUMBERED_KEY.match(words):
        key, words = numbered["key"], numbered["number"] + words[numbered.end() :]
    else:
        key = next((kind for kind, sign in _KIND_SIGNS.items() if sign.match(words)), "do")
    indent = written.indent if written.mark else " " * column
    slip = Slip("E364", (start, start + len(written.mark or words)), {"key": key})
    return Written(indent, "- ", key, words.partition("\t")[0], [slip, *written.slips])


def in_flow(text: str, keys: Collection[str], start: int = 0) -> tuple[str, list[Slip]]:
    """Lines within brackets: the colons behind known keys, as they were meant."""
    slips: list[Slip] = []

    def mend(match: re.Match[str]) -> str:
        if match["word"] not in keys or (match["colon"] == ":" and match["after"][:1] in (" ", "\t")):
            return match[0]
        code = "E341" if match["colon"] == ":" else "E340"
        span = start + match.start("colon"), start + match.end("colon")
        slips.append(Slip(code, span, {"key": match["word"]}))
        return f"{match['before']}{match['word']}: "

    return _IN_FLOW.sub(mend, text), slips


def wide_indent(indent: str) -> Slip:
    """The first run of blanks in an indentation that are none."""
    match = re.search(r"[^ ]+", indent)
    assert match is not None  # asked for only where there is one
    first = match[0][0]
    code = {"\t": "E307", "\u3000": "E345"}.get(first, "E346")
    return Slip(code, match.span(), {"character": f"U+{ord(first):04X}"})


def _take_mark(written: Written, line: str, start: int, resolve: Resolve, is_list: Callable[[int], bool]) -> int:
    """Take the mark of a row, and say where what follows it begins."""
    match = _MARK.match(line, start)
    if match is None or line.startswith("---", start):
        return start
    mark, blanks = match["mark"], match["blanks"]
    if mark == "-" and (again := _AGAIN.match(line, match.end())) is not None:
        key = _KEY.match(line, again.end())
        if key is not None and resolve(key["word"], written.column, True) is not None:
            written.mark = "- "
            written.slips.append(Slip("E366", again.span()))
            return again.end()
    if mark == "-" and blanks and not blanks.strip(" "):
        written.mark = f"-{blanks}"
        return match.end()
    key = _KEY.match(line, match.end())
    has_key = key is not None and resolve(key["word"], written.column, True) is not None
    is_in_brackets = line[match.end()] in "[［{｛"
    if not has_key and not is_list(written.column) and not is_in_brackets:
        return start
    written.mark = "- "
    code = "E348" if mark == "-" else "E347"
    written.slips.append(Slip(code, match.span("mark"), {"mark": mark}))
    return match.end()


def _take_key(written: Written, line: str, start: int, keys: Collection[str], resolve: Resolve) -> bool:
    """Take the key with its colon and its value; False where there is none."""
    match = _KEY.match(line, start)
    if match is None:
        return _take_without_colon(written, line, start, resolve)
    word, colon = match["word"], match["colon"]
    key = word if word in keys else resolve(word, written.column, bool(written.mark))
    is_right = colon == ":" and (match["after"][:1] in (" ", "\t") or not match["value"])
    if key is None and not is_right and (written.mark or colon == ":" or not _WORD.fullmatch(word + colon)):
        return False
    written.key, written.value = key or word, match["value"]
    values = {"key": written.key, "word": word}
    if written.key != word:
        written.slips.append(Slip("E342", match.span("word"), values))
    elif not is_right:
        code = "E341" if colon == ":" else "E340" if len(colon) == 1 else "E344"
        written.slips.append(Slip(code, match.span("colon"), values))
    return True


def _take_without_colon(written: Written, line: str, start: int, resolve: Resolve) -> bool:
    match = _NO_COLON.fullmatch(line, start)
    if match is None or resolve(match["word"], written.column, bool(written.mark)) != match["word"]:
        return False
    written.key, written.value = match["word"], match["value"]
    written.slips.append(Slip("E343", match.span("word"), {"key": match["word"]}))
    return True


def _mend_quotes(written: Written, start: int) -> None:
    """Full-width quotes around a text that only stands with half-width ones, and quotes within quotes."""
    value = written.value.rstrip()
    if closed := _CLOSED.match(value):
        rest = value[closed.end() :].strip()
        if rest and rest[0] not in "#:":
            written.slips.append(Slip("E359", (start, start + closed.end())))
            written.value = _in_quotes(value[1:-1]) if rest.endswith('"') else _in_quotes(value)
    elif quoted := _WIDE_QUOTED.fullmatch(value):
        opening, closing = quoted["open"], quoted["close"]
        if '"' in (opening, closing) or _BREAKS.search(quoted["text"]):
            side = "close" if opening == '"' else "open"
            span = start + quoted.start(side), start + quoted.end(side)
            written.slips.append(Slip("E350", span, {"mark": quoted[side]}))
            written.value = _in_quotes(quoted["text"]) + quoted["after"]


def _mend_bare(written: Written, start: int) -> None:
    """A text without quotes that only stands with them: of what it begins with, or of a colon in it."""
    value = written.value.rstrip()
    if value[:1] in ("@", "`", "%"):
        written.slips.append(Slip("E318", (start, start + 1), {"character": value[0]}))
        written.value = _in_quotes(value)
    elif value[:1] not in _SPECIAL and (colon := _CUTTING.search(value.partition(" #")[0])):
        written.slips.append(Slip("E315", (start + colon.start(), start + colon.start() + 1)))
        written.value = _in_quotes(value)


def _in_quotes(text: str) -> str:
    r"""A text in half-width quotes; what is escaped already stays so.

    >>> _in_quotes('電子"帳單"')
    '"電子\\"帳單\\""'
    """
    return '"' + re.sub(r'(?<!\\)"', '\\\\"', text) + '"'
