"""How many everyday queries have a right answer among the first five results, by the engine that readers run.

``python -m benchmarks.everyday QUERIES.json [SITE]`` prints how many queries there are in each language, and how many
have one; ``--missed`` also says which have none. The file lists for each query its language (``lang``) and the measures
that answer it (``accept``: office, 民國 year, how its Chinese text begins). Node runs the search; the site is built
without it.
"""

import argparse
import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any, Final

from planpress.editions.folding import composed
from planpress.search.index import FIGURES

HERE: Final = Path(__file__).resolve().parent
SCRIPTS: Final = HERE.parent / "theme" / "site" / "assets" / "search"
LANGUAGES: Final = ("zh-Hant", "zh-Hans", "en")

Place = tuple[str, str]
"""Path of a page, and the anchor of a measure on it."""


def places_of(site: Path) -> dict[tuple[str, int], list[tuple[str, Place]]]:
    """The Chinese texts of each office and year, and where they stand."""
    found: dict[tuple[str, int], list[tuple[str, Place]]] = {}
    for file in sorted((site / "search").glob("zh-Hant-*.json")):
        content = json.loads(file.read_text("utf-8"))
        texts: list[str] = []
        before = b""
        for shared, rest in zip(content["shared"], content["rest"], strict=True):
            before = before[: 2 * shared] + rest.encode("utf-16-le")
            texts.append(before.decode("utf-16-le"))
        for page in content["pages"]:
            for text, anchor in zip(
                _numbers(page["texts"], len(page["kinds"])), _by_the_last(page["anchors"].split(" ")), strict=True
            ):
                found.setdefault((page["office"], page["year"]), []).append((texts[text], (page["path"], anchor)))
    return found


def _numbers(written: str, count: int) -> Iterator[int]:
    """So many numbers, each written with as many figures."""
    places = len(written) // count if count else 0
    for at in range(count):
        figures = written[places * at : places * (at + 1)]
        yield reduce(lambda number, figure: number * len(FIGURES) + FIGURES.index(figure), figures, 0)


def _by_the_last(names: Sequence[str]) -> Iterator[str]:
    """Names that each say how many characters they have in common with the last one, and what follows."""
    last = ""
    for each in names:
        last = last[: int(each[0], 36)] + each[1:] if each else last
        yield last if each else ""


def answers(site: Path, tag: str, queries: Sequence[str], most: int) -> list[list[set[Place]]]:
    """The places of the first results of each query."""
    node = shutil.which("node")
    if node is None:
        raise SystemExit("node is not installed")
    command = [node, str(HERE / "everyday.mjs"), str(SCRIPTS), str(site / "search"), tag, str(most)]
    result = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=True)
    return [[{(path, anchor) for path, anchor in each} for each in found] for found in json.loads(result.stdout)]


def answered(site: Path, asked: Sequence[Mapping[str, Any]], most: int = 5) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """Each query, with whether one of its first results is a right one."""
    places = places_of(site)
    for tag in LANGUAGES:
        own = [each for each in asked if each["lang"] == tag]
        for query, results in zip(own, answers(site, tag, [each["query"] for each in own], most), strict=True):
            right = {
                place
                for each in query["accept"]
                for text, place in places[each["office"], int(each["year"])]
                if text.startswith(composed(each["text"]))
            }
            assert right, f"{query['query']}: its answers are in no plan"
            yield query, any(right & result for result in results)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("queries", type=Path)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--missed", action="store_true", help="say which queries have no answer")
    options = parser.parse_args()
    found = [*answered(options.site, json.loads(options.queries.read_text("utf-8")))]
    asked, right = Counter(each["lang"] for each, _ in found), Counter(each["lang"] for each, hit in found if hit)
    for tag in LANGUAGES:
        print(f"{tag}: {right[tag]} of {asked[tag]}")
    print(f"all: {right.total()} of {asked.total()}")
    if options.missed:
        print(*(f"{each['lang']} {each['query']}" for each, hit in found if not hit), sep="\n")


if __name__ == "__main__":
    main()
