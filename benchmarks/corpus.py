"""A project of any size: fictional offices whose plans are made of the sentences of the real ones.

Every plan has the rows of a real plan, in the spelling of its editor, as an office would write it again the next year:
with its own name and year everywhere, letters and remarks on its source of its own, and every other measure worded for
that office and that year alone.

``python -m benchmarks.corpus FOLDER --offices 36 --years 18``
"""

import argparse
import re
import shutil
from pathlib import Path
from random import Random
from typing import Final

import yaml

from planpress.editing.row_addresses import record_addresses

ROOT: Final = Path(__file__).resolve().parent.parent
LAST_YEAR: Final = 114
SPECIFIC: Final = 0.5
"""Share of the measures that are worded for one office and year: more than a quarter of all the texts of a plan."""
ENOUGH: Final = 60
"""A real plan with fewer measures than this is continued with the sections of another one."""

_MEASURE: Final = re.compile(r"""^( +- (?:do|item): .*?)([。；：，]?["']?)$""", re.MULTILINE)
_LETTER: Final = re.compile(r"字第\d+號")
_REMARK: Final = re.compile(
    r"^(  - (?!heading:|text:|rows:|kind:|\{)[^\"'\n]*|        unsure: [^\"'\n]*)$", re.MULTILINE
)
_ODD: Final = re.compile(
    r"^( +- (?:do|item|h\d|heading): .*?)([。；：，]?[\"']?\n(?: +(?!- )\S.*\n)*? +sic: true)$", re.MULTILINE
)
"""What is odd in the source, as the next year's source would not have it again."""
_DEADLINES: Final = "\ndeadlines:\n"
_THRESHOLDS: Final = re.compile(r"^  thresholds: .*\n", re.MULTILINE)
"""What the real site is held to: nobody has translated what these plans alone say."""
_HEADING: Final = re.compile(r"^(  - heading: .*)$", re.MULTILINE)


def make(folder: Path, offices: int, years: int, seed: int = 1) -> None:
    """Make a complete project: data, content, theme, settings and ``build.py``.

    Args:
        folder: where; it must not be there yet.
        offices: how many.
        years: how many each office has a plan for, up to 民國 114.
        seed: another one gives another corpus; the same gives the same, byte for byte.
    """
    folder.mkdir(parents=True)
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "build.py", folder)
    settings = _THRESHOLDS.sub("", (ROOT / "mkdocs.yml").read_text("utf-8"))
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    templates = real_plans(ROOT / "offices")
    departments = all_departments(ROOT / "offices")
    organisation = {"demo": {"name": "示範公用事業", "en": "Demonstration Utilities"}}
    _write_yaml(folder / "offices" / "organisations.yml", organisation)
    for number in range(1, offices + 1):
        home = folder / "offices" / f"demo-{number:02}"
        name = f"示範第{number}區服務處"
        office = {"name": name, "en": f"Demonstration Office {number}", "organisation": "demo"}
        _write_yaml(home / "office.yml", office | {"departments": departments})
        for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1):
            text = rewritten(templates[number % len(templates)], name, year, Random(f"{seed}/{number}/{year}"))
            (home / str(year)).mkdir()
            (home / str(year) / "plan.yml").write_text(text, "utf-8")
    for recorded in record_addresses(folder):
        assert not recorded.problems, recorded


def real_plans(offices: Path) -> list[str]:
    """The real plans, with ``{office}``, ``{year}`` and the years around it where they say who and when."""
    plans = []
    for path in sorted(offices.glob("*/*/plan.yml")):
        office = str(yaml.safe_load((path.parent.parent / "office.yml").read_text("utf-8"))["name"])
        text = path.read_text("utf-8").replace("{", "{{").replace("}", "}}")
        year = int(path.parent.name)
        text = re.sub(r"(?m)^adopted: .*", "adopted: {year}-01-14", text.replace(office, "{office}"))
        for name, meant in (("before", year - 1), ("year", year), ("after", year + 1)):
            text = re.sub(rf"(?<!\d){meant}(?=年|-\d\d-\d\d)", f"{{{name}}}", text)
        plans.append(text)
    longest, _, _ = max(plans, key=len).partition(_DEADLINES)
    sections = _HEADING.sub(r"\1\n    sic: true", longest.partition("\nsections:\n")[2])
    return [plan if len(_MEASURE.findall(plan)) >= ENOUGH else continued(plan, sections) for plan in plans]


def continued(plan: str, sections: str) -> str:
    """A plan with more sections at the end of its own, before what follows them."""
    before, key, deadlines = plan.partition(_DEADLINES)
    return f"{before}\n{sections}{key}{deadlines}" if key else plan + sections


def all_departments(offices: Path) -> list[dict[str, object]]:
    """Every department of every real office, once."""
    found: dict[str, dict[str, object]] = {}
    for path in sorted(offices.glob("*/office.yml")):
        for department in yaml.safe_load(path.read_text("utf-8"))["departments"]:
            found.setdefault(department["name"], department)
    return list(found.values())


def rewritten(plan: str, office: str, year: int, random: Random) -> str:
    """A plan for another office and year."""
    text = plan.format(office=office, year=year, before=year - 1, after=year + 1)
    count = len(_MEASURE.findall(text))
    chosen = frozenset(random.sample(range(count), round(count * SPECIFIC)))
    positions = iter(range(count))

    def reword(measure: re.Match[str]) -> str:
        specific = f"（{office}{year}年度第{random.randint(1, 4)}季起）" if next(positions) in chosen else ""
        return f"{measure[1]}{specific}{measure[2]}"

    text = _LETTER.sub(lambda letter: f"字第{year}{random.randrange(10**7):07}號", _MEASURE.sub(reword, text))
    return _ODD.sub(rf"\1（{year}）\2", _REMARK.sub(rf"\1（{year}）", text))


def _write_yaml(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--offices", type=int, default=36)
    parser.add_argument("--years", type=int, default=18)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    make(options.folder, options.offices, options.years, options.seed)
