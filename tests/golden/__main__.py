"""Write the expected site anew and say what changed."""

import os
import tempfile
from pathlib import Path

from planpress.writing import write_atomically
from tests.golden.making import EXPECTED, TODAY, differences, make
from tests.projects import tree


def main() -> None:
    os.environ["SOURCE_DATE_EPOCH"] = TODAY
    before = tree(EXPECTED)
    with tempfile.TemporaryDirectory() as folder:
        site = make(Path(folder) / "project")
    for path in before.keys() - site.keys():
        (EXPECTED / path).unlink()
    for path, content in site.items():
        if before.get(path) != content:
            write_atomically(EXPECTED / path, content)
    changed = sum(before.get(path) != site.get(path) for path in before.keys() | site.keys())
    print(differences(before, site) or "nothing changed")
    print(f"{EXPECTED}: {changed} of {len(site)} files changed")


if __name__ == "__main__":
    main()
