"""``content/static/``: files of the web team that are published as they are, by a closed list of names and types.

Some names have a meaning of their own at the top of a site, and their contents one form each; everything else lies in
``static/`` there, so that it never takes the place of a page. No HTML is published this way but proofs of ownership,
which say nothing but their own name.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from planpress.addresses import is_proof_page
from planpress.problems.problem import Place, Problem, has_errors
from planpress.source import files
from planpress.source.attachments.evidence import EVIDENCE_LIMIT, evidence_findings, public_evidence
from planpress.source.content.editorial import CONTENT
from planpress.source.content.security_txt import security_txt_problems
from planpress.source.values.scalars import EVIDENCE_PATTERN

STATIC: Final = f"{CONTENT}/static"
WELL_KNOWN: Final = ".well-known"
SECURITY_TXT: Final = f"{WELL_KNOWN}/security.txt"
ROBOTS: Final = "robots.txt"
SMALL: Final = 100_000
"""Bytes of the largest file that has a name of its own, and of the largest text."""

_TEXT: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}\.(?:txt|csv)")
_BING: Final = re.compile(
    r'\s*(?:<\?xml version="1\.0"(?: encoding="utf-8")?\?>)?\s*<users>\s*<user>[0-9A-F]{32}</user>\s*</users>\s*',
    re.IGNORECASE,
)
_RULE: Final = re.compile(
    r"\s*(?:(?:user-agent|allow|disallow|crawl-delay|sitemap)\s*:[^\r\n]*)?(?:#.*)?", re.IGNORECASE
)
_SIGNS: Final = {"pdf": b"%PDF-", "odt": b"PK\x03\x04", "ods": b"PK\x03\x04"}
"""What a document begins with, by the end of its name."""
_ICON: Final = b"\x00\x00\x01\x00"
_LEFT: Final = frozenset({".DS_Store", ".gitkeep", ".gitignore", ".gitattributes"})


@dataclass(frozen=True, slots=True)
class StaticFiles:
    """What is published of the folder.

    Attributes:
        contents: by path on the site.
        robots: what ``robots.txt`` says beside our own lines.
    """

    contents: Mapping[str, bytes] = field(default_factory=dict)
    robots: str = ""


def read_static(root: Path, site_url: str, today: date) -> tuple[StaticFiles, list[Problem]]:
    """Read the folder, which need not be there.

    Args:
        root: the project's folder.
        site_url: address of the home page.
        today: by which a ``security.txt`` may be over.

    Returns:
        What can be published, and everything that is wrong.
    """
    if not files.exists(root, STATIC):
        return StaticFiles(), []
    host = urlsplit(site_url).hostname or ""
    is_at_top = urlsplit(site_url).path in ("", "/")
    problems = [Problem("E470", Place(f"{STATIC}/{name}"), {"name": name}) for name in _hidden(root)]
    contents: dict[str, bytes] = {}
    robots = ""
    for folder in (STATIC, f"{STATIC}/{WELL_KNOWN}"):
        for file in files.folder(root, folder).files:
            name = file.removeprefix(f"{STATIC}/")
            content, wrong = _read(root, file, name, host, today)
            problems += wrong
            if content is None or has_errors(wrong):
                continue
            if name == ROBOTS:
                robots = content.decode().strip()
            else:
                contents[name if is_named(name) else f"static/{name}"] = content
            if not is_at_top and name in (SECURITY_TXT, "favicon.ico", "CNAME"):
                problems.append(Problem("W471", Place(file), {"name": name}))
    return StaticFiles(contents, robots), problems


def is_named(path: str) -> bool:
    """Whether a path is one of those that have a meaning at the top of a site."""
    return path in _FORMS or is_proof_page(path)


def _hidden(root: Path) -> Iterator[str]:
    """Names of hidden files and folders, which nothing else would tell of."""
    if not files.is_linked(root, STATIC) and (root / STATIC).is_dir():
        names = {path.name for path in (root / STATIC).iterdir() if files.is_utf_8(path.name)}
        yield from sorted(name for name in names - _LEFT - {WELL_KNOWN} if name.startswith("."))


def _read(root: Path, file: str, name: str, host: str, today: date) -> tuple[bytes | None, list[Problem]]:
    place = Place(file)
    is_evidence = re.fullmatch(EVIDENCE_PATTERN, name) is not None
    if not (is_named(name) or is_evidence or _TEXT.fullmatch(name)):
        return None, [Problem("E470", place, {"name": name})]
    content, problems = files.read(root, file, EVIDENCE_LIMIT if is_evidence else SMALL)
    if content is None:
        return None, problems
    if is_evidence:
        if (expected := _SIGNS.get(name[-3:].lower())) and not content.startswith(expected):
            return None, [Problem("E471", place, {"name": name, "expected": name[-3:].upper()})]
        problems += (Problem(each.code, place, each.values) for each in evidence_findings((), name, content))
        return None if has_errors(problems) else public_evidence(name, content), problems
    text = _text(content)
    if name == SECURITY_TXT:
        return content, security_txt_problems(file, text, today)
    form = _GOOGLE_FORM if is_proof_page(name) else _FORMS.get(name, _PLAIN)
    if not form.is_right(name, content, text, host):
        values = {"name": name, "expected": form.shown.format(name=name, host=host)}
        return None, [Problem("E471", place, values)]
    return content, problems


def _text(content: bytes) -> str | None:
    """A text in UTF-8 without control characters; None for anything else."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return text if all(sign.isprintable() or sign in "\r\n\t\u3000" for sign in text) else None


@dataclass(frozen=True, slots=True)
class _Form:
    """What a file has to hold.

    Attributes:
        shown: the same for people.
        is_right: whether it does: its name, bytes, text and the host of the site are given.
    """

    shown: str
    is_right: Callable[[str, bytes, str | None, str], bool]


_PLAIN: Final = _Form("UTF-8", lambda name, content, text, host: text is not None)
_GOOGLE_FORM: Final = _Form(
    "google-site-verification: {name}",
    lambda name, content, text, host: text is not None and text.strip() == f"google-site-verification: {name}",
)
_FORMS: Final[Mapping[str, _Form]] = {
    "CNAME": _Form("{host}", lambda name, content, text, host: text is not None and text.strip() == host),
    ROBOTS: _Form(
        "User-agent: … / Disallow: …",
        lambda name, content, text, host: text is not None and all(map(_RULE.fullmatch, text.splitlines())),
    ),
    "favicon.ico": _Form("ICO", lambda name, content, text, host: content.startswith(_ICON)),
    "BingSiteAuth.xml": _Form(
        "<users><user>…</user></users>",
        lambda name, content, text, host: text is not None and _BING.fullmatch(text) is not None,
    ),
    SECURITY_TXT: _PLAIN,
}
