"""A small sound project to be damaged, and how it becomes sound again."""

import hashlib
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from benchmarks import corpus
from benchmarks.damage import Damage, Files, Folder, Link, Pipe
from planpress.editing.row_addresses import record_addresses

MARKER: Final = "MARKER-7c1d-OUTSIDE"
"""Stands in every file outside of the project: it must never be seen in the site or on the terminal."""
EPOCH: Final = "1748736000"
_SECTIONS, _ROWS = 4, 12
_ABOUT_THE_REST: Final = ("shortcuts", "transcription_notes", "deadlines")
"""Keys of a plan that speak of what a shortened one no longer has."""

Stamp: TypeAlias = tuple[int, int, int, str]
Stamps: TypeAlias = Mapping[str, Stamp]
"""Kind, size, time and target of the link, by path."""


def make(root: Path) -> None:
    """Make the project: two offices with a short plan, an approved file, every kind of content, git history."""
    corpus.make(root, offices=2, years=1)
    texts = ""
    for plan in sorted(root.glob("offices/*/*/plan.yml")):
        data = shortened(yaml.load(plan.read_text("utf-8"), yaml.BaseLoader))
        if plan.parent.parent.name == "demo-01":
            original = b"%PDF-1.4\n%%EOF\n"
            (plan.parent / "approved.pdf").write_bytes(original)
            data["original"] = {"file": "approved.pdf", "sha256": hashlib.sha256(original).hexdigest()}
        plan.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
        plan.with_name("addresses.txt").unlink()  # of rows that the short plan never had
        texts += plan.read_text("utf-8")
    list(record_addresses(root))
    (root / "content" / "topics.yml").write_text(TOPICS, "utf-8")
    (root / "content" / "synonyms.yml").write_text(SYNONYMS, "utf-8")
    (root / "content" / "glossary.yml").write_text(GLOSSARY, "utf-8")
    words = root / "content" / "locales" / "zh-Hans.txt"
    words.write_text(f"{words.read_text('utf-8')}水叮噹\t水叮当\n", "utf-8")
    memory = root / "content" / "locales" / "en" / "LC_MESSAGES" / "plans.po"
    head, *entries = memory.read_text("utf-8").split("\n\n")
    kept = [entry for entry in entries if (said := re.search(r'(?m)^msgid "(.+)"$', entry)) and said[1] in texts]
    memory.write_text("\n\n".join([head, *kept[:40]]) + "\n", "utf-8")
    for line in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "x")):
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(
            ["git", *identity, *line], cwd=root, check=True, env=os.environ | {"GIT_COMMITTER_DATE": f"{EPOCH} +0000"}
        )


def shortened(plan: dict[str, Any]) -> dict[str, Any]:
    """The beginning of a plan: every kind of row is still there."""
    sections = [{**each, "rows": each["rows"][:_ROWS]} if "rows" in each else each for each in plan["sections"]]
    kept = sections[:_SECTIONS] if any("rows" in each for each in sections[:_SECTIONS]) else sections[: _SECTIONS + 2]
    return {key: value for key, value in plan.items() if key not in _ABOUT_THE_REST} | {"sections": kept}


def make_outside(folder: Path) -> None:
    """What no build may read: pages, settings, an office, a pipe, all with the marker."""
    office = folder / "office"
    (office / "114").mkdir(parents=True)
    (office / "office.yml").write_text(f"name: {MARKER}\nen: {MARKER}\norganisation: demo\ndepartments: []\n", "utf-8")
    (office / "114" / "plan.yml").write_text(f"title: {MARKER}\n", "utf-8")
    for ending in ("md", "yml", "po", "txt", "html", "css", "js", "xml", "typ", "jinja", "pdf", "svg"):
        (folder / f"secret.{ending}").write_text(f"# {MARKER}\n\n{MARKER}\n", "utf-8")
    os.mkfifo(folder / "pipe")


def stamps(folder: Path) -> dict[str, Stamp]:
    """Everything below a folder, no link followed."""
    found: dict[str, Stamp] = {}
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(folder / above) as entries:
            for entry in entries:
                name, status = above + entry.name, entry.stat(follow_symlinks=False)
                kind = stat.S_IFMT(status.st_mode)
                if kind == stat.S_IFDIR:
                    found[name] = (kind, 0, 0, "")
                    waiting.append(f"{name}/")
                else:
                    target = str(Path(entry.path).readlink()) if kind == stat.S_IFLNK else ""
                    found[name] = (kind, status.st_size, status.st_mtime_ns, target)
    return found


def below(found: Stamps, folder: str) -> dict[str, Stamp]:
    """The part of a tree that lies in a folder."""
    return {path: stamp for path, stamp in found.items() if path.startswith(folder)}


def restore(live: Path, clean: Path, wanted: Stamps) -> None:
    """Make a folder what it was when these stamps were taken of its copy."""
    found = stamps(live)
    for path in sorted(found):
        if found[path] != wanted.get(path):
            remove(live / path)
    for path in sorted(wanted):
        if found.get(path) != wanted[path] or not os.path.lexists(live / path):
            if stat.S_ISDIR(wanted[path][0]):
                (live / path).mkdir()
            else:
                shutil.copy2(clean / path, live / path, follow_symlinks=False)


def remove(path: Path) -> None:
    """Take away whatever is there."""
    if path.is_symlink() or path.is_file() or path.is_fifo():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)


def lay(damage: Damage, root: Path, outside: Path) -> None:
    """Put a damage into the project."""
    for path, entry in damage.entries.items():
        file = root / path
        for folder in reversed([each for each in file.parents if each.is_relative_to(root) and each != root]):
            if not folder.is_dir() and os.path.lexists(folder):
                remove(folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        remove(file)
        match entry:
            case bytes():
                file.write_bytes(entry)
            case Link(target):
                file.symlink_to(target.replace("{outside}", str(outside)))
            case Pipe():
                os.mkfifo(file)
            case Folder(is_filled):
                file.mkdir()
                if is_filled:
                    (file / "x").write_bytes(b"x")


def contents(root: Path) -> Files:
    """Every file of a sound project but git's."""
    return {
        path: (root / path).read_bytes()
        for path, stamp in stamps(root).items()
        if stat.S_ISREG(stamp[0]) and not path.startswith(".git/")
    }


SYNONYMS: Final = """\
filler: [怎麼, 嗎]
filler_en: [how]
synonyms:
  - words: [幫忙]
    finds: [服務]
    words_en: [help]
    finds_en: [service]
"""
GLOSSARY: Final = """\
words:
  - {id: service, name: 服務, text: 機關為民眾做的事。, text_en: What an office does for people.}
"""
TOPICS: Final = """\
topics:
  - id: bills
    name: 電費與水費
    en: Bills
    text: 電費、水費的繳納與查詢。
    text_en: Paying bills and asking about them.
    words: [電費, 水費, 服務]
"""
