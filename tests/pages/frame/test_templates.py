from pathlib import Path

import pytest

from planpress.pages.frame import templates
from planpress.pages.frame.templates import environment
from planpress.settings import Settings
from tests.projects import MKDOCS, write


def rendered(root: Path) -> str:
    return environment(Settings.load(root)).get_template("sample.html").render()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "mkdocs.yml", MKDOCS)
    write(tmp_path, "theme/site/sample.html", "{{ 'first' ~ 1 }}")
    return tmp_path


def compiled(root: Path) -> Path:
    (file,) = (root / ".cache/site/templates").iterdir()
    return file


def test_a_template_is_compiled_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(root) == "first1"
    written = compiled(root).stat().st_mtime_ns
    with monkeypatch.context() as patched:
        patched.setattr("jinja2.environment.Environment.compile", pytest.fail)
        assert rendered(root) == "first1"
    assert compiled(root).stat().st_mtime_ns == written


def test_bytecode_is_not_run_that_has_one_bit_changed(root: Path) -> None:
    rendered(root)
    data = compiled(root).read_bytes()
    for position in range(0, len(data), 7):
        changed = bytearray(data)
        changed[position] ^= 1 << position % 8
        compiled(root).write_bytes(changed)
        assert rendered(root) == "first1"
    assert compiled(root).read_bytes() == data


@pytest.mark.parametrize("damage", ["cut", "empty", "a folder", "a link", "its folder is a file"])
def test_compiled_templates_heal(root: Path, damage: str) -> None:
    rendered(root)
    file = compiled(root)
    data = file.read_bytes()
    file.write_bytes(data[:-5] if damage == "cut" else b"")
    if damage in ("a folder", "a link", "its folder is a file"):
        file.unlink()
    if damage == "a folder":
        (file / "deeper").mkdir(parents=True)
    elif damage == "a link":
        file.symlink_to(root / "mkdocs.yml")
    elif damage == "its folder is a file":
        file.parent.rmdir()
        file.parent.write_text("a file")
    assert rendered(root) == "first1"
    assert file.read_bytes() == data
    assert (root / "mkdocs.yml").read_text("utf-8") == MKDOCS


def test_another_program_compiles_anew(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(root)
    before = compiled(root).read_bytes()
    (tmp_path / "templates.py").write_text("other filters")
    monkeypatch.setattr(templates, "__file__", str(tmp_path / "templates.py"))
    rendered(root)
    assert compiled(root).read_bytes() != before
