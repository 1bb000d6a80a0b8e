import os
import shutil
from pathlib import Path

import pytest

from planpress.cache import Cache
from planpress.settings import Settings
from planpress.site import inputs
from planpress.site.inputs import (
    configuration_digest,
    installed_packages,
    program_digest,
    read_inputs,
    remembered_digest,
)
from planpress.site.loading import PlanDigests
from tests.projects import project, write


def digest_of(root: Path, configuration: str) -> str:
    (root / "mkdocs.yml").write_text(configuration, "utf-8")
    return configuration_digest(root, "mkdocs.yml")


def test_the_configuration_counts_to_the_byte(tmp_path: Path) -> None:
    first = digest_of(tmp_path, "markdown_extensions: [attr_list]\n")
    assert digest_of(tmp_path, "markdown_extensions: [attr_list]\n") == first
    assert digest_of(tmp_path, "markdown_extensions: []\n") != first


@pytest.mark.parametrize(
    "configuration",
    [
        "copyright: !ENV SAMPLE",
        "copyright: !ENV [OTHER, SAMPLE, nothing]",
        "copyright: !ENV\n  - OTHER\n  - SAMPLE",
        "markdown_extensions: [toc: {slugify: !!python/object/apply:a.b {kwds: {case: !ENV SAMPLE}}}]",
    ],
)
def test_the_environment_counts_where_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configuration: str
) -> None:
    monkeypatch.delenv("SAMPLE", raising=False)
    first = digest_of(tmp_path, configuration)
    monkeypatch.setenv("SAMPLE", "1")
    assert digest_of(tmp_path, configuration) != first


@pytest.mark.parametrize("configuration", ["hooks: [hook.py]", "a: [{b: [{c: hook.py}]}]"])
def test_files_count_that_the_configuration_names(tmp_path: Path, configuration: str) -> None:
    (tmp_path / "hook.py").write_text("1")
    first = digest_of(tmp_path, configuration)
    (tmp_path / "hook.py").write_text("2")
    assert digest_of(tmp_path, configuration) != first


@pytest.mark.parametrize(
    "configuration", ["a: [", "a: &a [*a]\nb: *a", "a: '\\0'", "mkdocs.yml", "", "[" * 5000, "a: .\n"]
)
def test_any_configuration_has_a_digest(tmp_path: Path, configuration: str) -> None:
    assert digest_of(tmp_path, configuration)


def test_pages_do_not_go_by_translations(tmp_path: Path) -> None:
    settings = Settings.load(project(tmp_path))
    first = read_inputs(settings)
    write(tmp_path, "content/locales/en/LC_MESSAGES/plans.po", 'msgid "a"\nmsgstr "b"\n')
    assert read_inputs(settings).editorial == first.editorial
    assert read_inputs(settings).locales != first.locales
    write(tmp_path, "content/en/abbreviations.txt", "*[PDF]: Portable Document Format\n")
    assert read_inputs(settings).editorial != first.editorial


def test_the_program_is_another_with_another_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(name.startswith("markdown-") for name in map(str.lower, installed_packages()))
    first = program_digest.__wrapped__()
    (tmp_path / "sample-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert program_digest.__wrapped__() != first


def test_the_program_is_another_with_any_of_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(Path(inputs.__file__).parents[1], tmp_path / "planpress")
    monkeypatch.setattr(inputs, "__file__", str(tmp_path / "planpress/site/inputs.py"))
    first = program_digest.__wrapped__()
    (tmp_path / "planpress/data.txt").write_text("1")
    assert program_digest.__wrapped__() != first


def test_a_file_beside_a_plan_is_read_again_only_when_it_was_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "offices/sample/114/plan.yml", "title: x\n")
    original = write(tmp_path, "offices/sample/114/original.pdf", "1")
    name = "offices/sample/114/original.pdf"
    cache = Cache.open(tmp_path / ".cache")
    first, plan = remembered_digest(tmp_path, name, cache), PlanDigests(tmp_path, cache).of("sample", 114)
    assert first is not None
    with monkeypatch.context() as patched:
        patched.setattr(inputs, "_digest_of", pytest.fail)
        assert remembered_digest(tmp_path, name, cache) == first
    status = original.stat()
    original.write_text("2")
    os.utime(original, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert remembered_digest(tmp_path, name, cache) not in (first, None)
    assert PlanDigests(tmp_path, cache).of("sample", 114) != plan
    original.rename(tmp_path / "elsewhere")
    original.symlink_to(tmp_path / "elsewhere")
    assert remembered_digest(tmp_path, name, cache) is None
    assert remembered_digest(tmp_path, "offices/none.pdf", cache) is None
