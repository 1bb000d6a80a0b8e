"""What lies in the folders and is no ordinary file, or has a name that nobody can write."""

import os
from random import Random
from typing import Final

from benchmarks.damage import Damage, Entry, Files, Folder, Link, Pipe, below


def damage(random: Random, files: Files) -> Damage:
    """A link, a pipe or an odd name, in the place of a file or beside one."""
    return random.choice((linked, linked, linked_folder, piped, named))(random, files)


def linked(random: Random, files: Files) -> Damage:
    """A link in the place of a file, or beside it."""
    path = random.choice(below(files, random.choice(FOLDERS)))
    folder, _, name = path.rpartition("/")
    if random.random() < 0.5:
        path = f"{folder}/{random.choice(('leak', 'x-' + name.partition('.')[0]))}.{name.rpartition('.')[2]}"
    target = random.choice(
        ("{outside}/secret" + os.path.splitext(name)[1], "{outside}/secret.md", "../" * path.count("/") + "../outside/secret.md",  # noqa: PTH122
         "/etc/hostname", "/dev/zero", "/dev/stdin", "{outside}/pipe", name, "nothing", "/proc/self/environ", ".", "..", "/", "a" * 4000)
    )  # fmt: skip
    return Damage(
        f"{path} -> {target[:50]}",
        {path: Link(target)},
        refused=above(path),
        about=f"a link in {path.partition('/')[0]}/ to {target[:20]}",
    )


def linked_folder(random: Random, files: Files) -> Damage:
    """A link that leads to a folder."""
    folder = random.choice(FOLDERS)
    path = random.choice(
        (folder + "linked", folder.rstrip("/"), "offices/demo-01", "offices/demo-01/114", "offices/demo-03", "offices/demo-01/113",
         "content/locales", "content/en", "theme/site", "theme/documents", "content/zh-Hant/more", "theme/site/assets/more")
    )  # fmt: skip
    target = random.choice(
        (
            "{outside}",
            "{outside}/office",
            "{outside}/office/114",
            ".",
            "..",
            "../..",
            "/",
            "/proc/self/fd",
            "../demo-02",
        )
    )
    return Damage(
        f"{path} -> {target}",
        {path: Link(target)},
        refused=above(path) | {f"{path}/"},
        about=f"a link in {path.partition('/')[0]}/ to {target[:20]}",
    )


def piped(random: Random, files: Files) -> Damage:
    """A named pipe in the place of a file, or beside it."""
    path = random.choice(below(files, random.choice(FOLDERS)))
    if random.random() < 0.5:
        path = f"{path.rpartition('/')[0]}/pipe.{path.rpartition('.')[2]}"
    return Damage(f"{path}: a pipe", {path: Pipe()}, refused=above(path), about=f"a pipe in {path.partition('/')[0]}/")


def named(random: Random, files: Files) -> Damage:
    """A name that is odd, and not in UTF-8 or with a control character in one of two."""
    folder = random.choice(
        (
            "offices/",
            "offices/demo-01/",
            "offices/demo-01/114/",
            "content/en/",
            "content/zh-Hant/",
            "theme/site/",
            "content/",
        )
    )
    name, must = random.choice(NAMES)
    ending = random.choice(("", ".md", ".yml", ".html", ".po"))
    path = folder + name + ending
    entry: Entry = random.choice((b"# x\n", b"x: y\n", b"", Folder()))
    if len(os.fsencode(name + ending)) > 255:
        path = folder + name[: 255 - len(ending)] + ending
    return Damage(
        f"{path!r:.90}",
        {path: entry},
        refused=frozenset({path}) if must else frozenset(),
        about=f"the name {name[:20]!a} in {folder}",
    )


def above(path: str) -> frozenset[str]:
    """A path and the folders that hold it: a problem may name any of them, or the plan that names an approved file."""
    parts = path.split("/")
    named_by = [path.replace("approved.pdf", "plan.yml")]
    return frozenset(["/".join(parts[:count]) for count in range(1, len(parts) + 1)] + named_by)


FOLDERS: Final = ("offices/", "content/", "theme/")
NAMES: Final = (
    (os.fsdecode("計畫".encode("big5")), True), (os.fsdecode(b"\xff\xfe"), True), (os.fsdecode(b"a\x80b"), True), ("a\x1b[31mb", False), ("a\nb", False),
    ("a" * 255, False), ("計畫", False), ("a b", False), ("\u202etxt", False), ("-rf", False), ("a\\b", False), ("a:b", False), ("<script>", False),
    ("'\"", False), ("{{ 7*7 }}", False), ("con", False), ("index", False), ("..a", False), ("Thumbs.db", False), ("%2e%2e", False), ("a?b#c", False),
    ("\x7f", False), ("e\u0301", False), ("A", False), ("en", False), ("search", False), ("113", False), ("0", False), ("99999", False),
)  # fmt: skip
