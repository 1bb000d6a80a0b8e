"""Sites of a few files, as a build leaves them, and readers of releases."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from planpress.cache import digest
from planpress.publishing.folder import CURRENT, FolderTarget
from planpress.publishing.manifest import Manifest, Origin, following
from planpress.publishing.releasing import Target

NOW = datetime(2025, 6, 1, tzinfo=UTC)
URL = "https://plans.example/sub/"

OLD = {
    "index.html": "home <link href=assets/site-00000001.css>",
    "sample/114/index.html": "plan",
    "assets/site-00000001.css": "a{}",
}
NEW = {
    "index.html": "home <link href=assets/site-00000002.css>",
    "sample/114/index.html": "plan",
    "assets/site-00000002.css": "b{}",
}


def site(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def next_release(target: Target, files: Mapping[str, str], days: int = 0) -> Manifest:
    digests = {path: digest(text.encode()) for path, text in files.items()}
    return following(digests, URL, Origin(made=NOW + timedelta(days=days)), target.releases())


def published(target: FolderTarget, folder: Path, files: Mapping[str, str], days: int = 0) -> Manifest:
    """Publish a site of these files from a folder."""
    site(folder, files)
    with target.alone(lambda holder: None):
        release = next_release(target, files, days)
        target.put(release, folder)
    return release


def shown(target: FolderTarget) -> dict[str, str]:
    """What readers see."""
    root = target.folder / CURRENT
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}
