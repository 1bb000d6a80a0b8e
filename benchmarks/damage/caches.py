"""What a disk, a colleague or a virus scanner does to ``.cache/`` and ``site/`` after a good build."""

from random import Random
from typing import Final

from benchmarks.damage import Damage, Entry, Files, Folder, Link, below, shown


def damage(random: Random, files: Files) -> Damage:
    """One thing done to one or several files; the next build must give the site as it was."""
    if random.random() < 0.25:
        return in_site(random, files)
    named = [path for path in below(files, ".cache/") if "/objects/" not in path]
    paths = [
        random.choice(random.choice((named, below(files, ".cache/")))) for _ in range(random.choice((1, 1, 1, 3, 10)))
    ]
    entries = {path: harmed(random, files[path], path) for path in paths}
    return Damage(f"{len(entries)} of .cache: {told(entries)}", entries, healed=True)


def harmed(random: Random, content: bytes, path: str) -> Entry:
    """A file of the cache as it must not be."""
    way = random.randrange(8)
    if way <= 2:
        changed = bytearray(content)
        for _ in range(random.choice((1, 3))):
            if changed:
                changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
        return bytes(changed)
    if way == 3:
        return content[: random.randrange(len(content) + 1)]
    if way == 4:
        return Folder()
    if way == 5 and path.endswith(".json"):
        return random.choice(JSON)
    return random.choice((None, b"", content + b"x", b"\xff" * 100, Link("{outside}/secret.md"), Link("nothing")))


def in_site(random: Random, files: Files) -> Damage:
    """A file of the site changed, gone, or replaced by a folder or a link."""
    path = random.choice(below(files, "site/"))
    folder = path.rpartition("/")[0]
    ways: tuple[dict[str, Entry], ...] = (
        {path: files[path] + b"x"}, {path: b""}, {path: None}, {path: Folder(is_filled=False)}, {path: Link("nothing")},
        {path: Link("{outside}/secret.md")}, {path: Link("{outside}/new.html")}, {folder: Link("{outside}")}, {folder: b"x"}, {folder: None},
    )  # fmt: skip
    entries = random.choice(ways)
    if "site" in entries:  # where the site lies is for whoever owns the machine to say
        entries = {path: None}
    return Damage(f"in site: {told(entries)}", entries, healed=True)


def told(entries: dict[str, Entry]) -> str:
    """The first of them, for a reader."""
    path, entry = next(iter(entries.items()))
    return f"{path[-60:]} {shown(entry, 30)}"


JSON: Final = (
    b"null", b"[]", b"{}", b"0", b'"x"', b'{"site": "x", "files": {}}', b'{"site": 1, "files": null}', b'{"version": 1, "records": {}}',
    b'{"version": 1, "records": []}', b'{"version": 1, "records": null}', b'{"version": null}', b"[" * 100_000, b'{"a": NaN}', b"1e999",
)  # fmt: skip
