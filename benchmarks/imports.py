"""How far ``build.py import`` gets: the five plans in six layouts and three formats, and our own documents.

    python -m benchmarks.imports [--formats docx,odt,pdf] [--offices kinmen,…]

For each file: the part of its words that are in the plan or listed, of its rows that are right to the letter (blanks
aside), of its departments and periods that are right or marked as uncertain. LibreOffice makes ODT and PDF.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks.layouts import LAYOUTS, document
from planpress.editing.papers.accounting import account_of
from planpress.editing.papers.drafting import drafted
from planpress.editing.papers.plan_yaml import plan_yaml
from planpress.editing.papers.reading import read_paper
from planpress.model import Office, Plan
from planpress.source.folders import plan_file_name, plan_files
from planpress.source.plans.shaping import as_shape
from planpress.source.repository import read_office, read_organisations, read_plan
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.yaml_text import parse

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Figures:
    """What was counted of one file, in parts of a hundred."""

    words: float
    rows: float
    beside: float
    wrong: tuple[str, ...]


def plans() -> Iterator[tuple[Office, Plan]]:
    """The five real plans."""
    organisations, _ = read_organisations(ROOT)
    for found in plan_files(ROOT)[0]:
        office, _ = read_office(ROOT, found.office_id, organisations)
        plan = read_plan(ROOT, office, found.roc_year)[0] if office else None
        if office and plan:
            yield office, plan


def rows_of(text: str) -> list[tuple[str, str, str, bool]]:
    """Kind and words of every row, its departments and period together, and whether it is marked."""
    file, _ = parse("plan.yml", text.encode(), shape=PlanFile)
    plan = as_shape(file, PlanFile)[0] if file else None
    if plan is None:
        return []
    found = []
    for section in plan.sections:
        for row in section.rows:
            when = row.when or (plan.when if row.kind == "do" else None)
            beside = f"{bare(row.who or '')}|{bare(when or '')}"
            found.append((row.kind, bare(row.text), beside, row.unsure is not None))
    return found


def bare(text: str) -> str:
    """A text without blanks."""
    return re.sub(r"\s", "", text)


def judged(office: Office, plan: Plan, name: str, content: bytes) -> Figures:
    """Import a file and compare what comes out with the plan that it was made of."""
    paper, problems = read_paper(name, content)
    if paper is None:
        return Figures(0, 0, 0, tuple(problem.code for problem in problems))
    draft = drafted(paper, {each for department in office.departments for each in department.names}, {})
    account = account_of(paper, draft)
    expected = rows_of((ROOT / plan_file_name(office.id, plan.roc_year)).read_text("utf-8"))
    found = rows_of(plan_yaml(draft, plan.title))
    keys = [[(kind, text) for kind, text, _, _ in rows] for rows in (expected, found)]
    same = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks()
    pairs = [(expected[block.a + each], found[block.b + each]) for block in same for each in range(block.size)]
    measures = [(one, other) for one, other in pairs if one[0] in ("do", "item")]
    right = sum(one[2] == other[2] or other[3] for one, other in measures)
    missed = [f"{kind} {text}" for kind, text in keys[0] if (kind, text) not in keys[1]]
    differ = [(one, other) for one, other in measures if one[2] != other[2] and not other[3]]
    missed += [f"{one[0]} {one[1]}: {one[2]} != {other[2]}" for one, other in differ]
    return Figures(
        words=100 * (1 - sum(map(len, account.lost)) / max(1, account.total)),
        rows=100 * len(pairs) / len(expected),
        beside=100 * right / max(1, len(measures)),
        wrong=(*account.lost, *missed),
    )


def converted(folder: Path, names: Sequence[str], form: str) -> None:
    """Let LibreOffice make other files of DOCX files."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(folder), *(str(folder / name) for name in names)], check=True, capture_output=True
    )


def main(arguments: Sequence[str]) -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--formats", default="docx,odt,pdf")
    parser.add_argument("--offices", default="")
    parser.add_argument("--layouts", default="")
    parser.add_argument("--wrong", type=int, default=0, help="how many differences to show of each file")
    options = parser.parse_args(arguments)
    formats = options.formats.split(",")
    chosen = [each for each in LAYOUTS if not options.layouts or each.__name__ in options.layouts.split(",")]
    print("| layout | format | words kept % | rows right % | department and period right or marked % |")
    print("|---|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known = [(office, plan) for office, plan in plans() if not options.offices or office.id in options.offices]
        for layout in chosen:
            files = {f"{office.id}-{layout.__name__}.docx": (office, plan) for office, plan in known}
            for file, (_, plan) in files.items():
                (folder / file).write_bytes(document(plan, layout))
            for form in formats:
                if form != "docx":
                    converted(folder, list(files), form)
                figures = []
                for file, (office, plan) in files.items():
                    path = (folder / file).with_suffix(f".{form}")
                    figures.append(judged(office, plan, path.name, path.read_bytes()))
                    for each in figures[-1].wrong[: options.wrong]:
                        print(f"  {path.name}: {each[:150]}", file=sys.stderr)
                columns = zip(*((each.words, each.rows, each.beside) for each in figures), strict=True)
                shown = " | ".join(f"{sum(values) / len(figures):.1f}" for values in columns)
                print(f"| {layout.__name__} | {form} | {shown} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
