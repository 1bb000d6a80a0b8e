"""The guide is followed to the letter: every command is run, every edit is made, and what is shown is what appears."""

import io
import re
import shlex
import textwrap
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.practice import git, practice, program
from tests.projects import ROOT

GUIDES: Final = {"zh-Hant": "docs/zh-Hant/guide.md", "en": "docs/en/guide.md"}
BLOCK: Final = re.compile(r"(?ms)^(?P<indent> *)```(?P<kind>\w+)\n(?P<text>.*?)^ *```$")
FILE: Final = re.compile(r"`(?P<file>[\w./-]+\.(?:yml|ods))`")
CELL: Final = re.compile(r"(?:把|[Cc]hange) `(?P<was>[^`]+)` (?:改成|to) `(?P<now>[^`]+)`")
LEFT_OUT: Final = "…"
"""Stands in a shown output for lines that are left out."""


class Step(NamedTuple):
    """Something that a reader does or sees: a block of a kind, or a cell to change."""

    kind: str
    text: str
    file: str


def steps(markdown: str) -> Iterator[Step]:
    """What a guide asks for, in its order, with the file that was named last."""
    file, at = "", 0
    for block in BLOCK.finditer(markdown):
        between = markdown[at : block.start()]
        for line in between.splitlines():
            file = ([match["file"] for match in FILE.finditer(line)] or [file])[-1]
            if cell := CELL.search(line):
                yield Step("cell", f"{cell['was']}\t{cell['now']}", file)
        text = re.sub(rf"(?m)^{block['indent']}", "", block["text"])
        yield Step(block["kind"], text, file)
        at = block.end()


class Reader:
    """Somebody who does what the guide says, in a repository of the example."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.said = ""
        self.begun: str | None = None
        """The text that is to be replaced by the next one."""

    def do(self, step: Step) -> None:
        match step.kind:
            case "sh":
                self.said = "".join(map(self.run, step.text.splitlines()))
            case "text":
                self.compare(step.text)
            case "yaml" if self.begun is None:
                self.begun = step.text
            case "yaml":
                assert self.begun is not None
                replace_once(self.root / step.file, self.begun, step.text)
                self.begun = None
            case "cell":
                change_cell(self.root / step.file, *step.text.split("\t"))
            case _:
                raise AssertionError(f"nobody knows what to do with {step.kind}")

    def run(self, line: str) -> str:
        words = shlex.split(line, comments=True)
        if words[0] == "git":
            return git(self.root, *words[1:])
        assert words[:2] == ["python", "build.py"], line
        if words[2:3] == ["serve"]:
            return self.serve(words[2:])
        with program(self.root, *words[2:]) as process:
            return process.communicate()[0]

    def serve(self, words: list[str]) -> str:
        """Begin the preview, and end it once it says where it is."""
        said = ""
        with program(self.root, *words) as process:
            assert process.stdout is not None
            for line in process.stdout:
                said += line
                if "http://" in line:
                    break
            process.terminate()
        return said

    def compare(self, shown: str) -> None:
        """What is shown is all that appears, but for what is left out and for times and ports."""
        expected, said = plain(shown), plain(self.said)
        parts = [part.strip("\n") for part in re.split(rf"(?m)^{LEFT_OUT}$", expected)]
        if len(parts) == 1:
            assert said == parts[0]
            return
        at = 0
        for number, part in enumerate(parts):
            found = said.find(part, at)
            assert found >= 0, f"{part}\n\nis not in\n\n{said}"
            assert number > 0 or found == 0, f"{said}\n\ndoes not begin with\n\n{part}"
            at = found + len(part)
        assert said.endswith(parts[-1])


def replace_once(file: Path, was: str, now: str) -> None:
    """Replace lines that stand in a file once, however far to the right."""
    text = file.read_text("utf-8")
    lines = "".join(rf"(?P=indent){re.escape(line)}\n" for line in was.splitlines()).replace("(?P=indent)", "", 1)
    found = list(re.finditer(rf"(?m)^(?P<indent> *){lines}", text))
    assert len(found) == 1, f"{file.name} has this {len(found)} times:\n{was}"
    new = textwrap.indent(now, found[0]["indent"])
    file.write_text(text[: found[0].start()] + new + text[found[0].end() :], "utf-8")


def plain(text: str) -> str:
    """An output without what is another each time: seconds, ports, commits, the number of texts of the example."""
    text = re.sub(r"\d+\.\d+(?= ?(?:秒|s\b))", "0.00", text)
    text = re.sub(r"(127\.0\.0\.1|localhost):\d+", r"\1:8000", text)
    text = re.sub(r"(?<=[\w-] )[0-9a-f]{7}\]", "0000000]", text)
    text = re.sub(r"(?<=共 )\d+(?= 句)|(?<=; )\d+(?= texts)", "0", text)
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def change_cell(file: Path, was: str, now: str) -> None:
    """Change the text of one cell of an ODS, as a spreadsheet program would save it."""
    with zipfile.ZipFile(file) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for info, data in parts.items():
            if info.filename == "content.xml":
                text = data.decode()
                assert f"<text:p>{was}</text:p>" in text
                data = text.replace(f"<text:p>{was}</text:p>", f"<text:p>{now}</text:p>", 1).encode()
            archive.writestr(info, data)
    file.write_bytes(buffer.getvalue())


@pytest.mark.slow
@pytest.mark.parametrize("language", GUIDES)
def test_every_step_gives_what_is_shown(language: str, tmp_path: Path) -> None:
    reader = Reader(practice(tmp_path / "project"))
    done = list(steps((ROOT / GUIDES[language]).read_text("utf-8")))
    for step in done:
        reader.do(step)
    assert reader.begun is None, "a text was shown and nothing put in its place"
    assert {"sh", "text", "yaml", "cell"} == {step.kind for step in done}


def test_both_languages_ask_for_the_same() -> None:
    asked = {}
    for language, name in GUIDES.items():
        found = [step for step in steps((ROOT / name).read_text("utf-8")) if step.kind != "text"]
        asked[language] = [(kind, re.sub(r" --lang en|(?<=-m )\"[^\"]*\"", "", text)) for kind, text, _ in found]
    assert asked["en"] == asked["zh-Hant"]
