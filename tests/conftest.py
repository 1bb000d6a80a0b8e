"""What every test has in common: what each build does alike is done once, and a quick run tries fewer examples."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
import pytest
from hypothesis import HealthCheck, settings

from planpress.artifacts import compare
from planpress.artifacts.workshop import Made, render
from planpress.documents import fonts
from planpress.editions import memory, po_reader
from planpress.editions.catalogue import Catalogue
from planpress.editions.folding import table
from planpress.model.personal import PersonalDatum, personal_data
from planpress.pages.frame import scripts, stylesheet
from planpress.problems.problem import Problem
from planpress.search import asking
from planpress.site.executor import SELDOM
from planpress.site.remaking import Build
from planpress.source.checks import personal
from tests.real_site import SITE, build_real_site, once

MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes that must be free there: several times what a whole run needs."""


def pytest_configure(config: pytest.Config) -> None:
    """Hypothesis looks at no clock; a quick run tries a quarter of the examples unless a test says how many it needs."""
    gc.set_threshold(*SELDOM)
    if _has_room(MEMORY):
        # A small build writes 300 files and folders, which costs a third of its time on a disk.
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    # A machine with other work to do is as slow as code that is wrong.
    settings.register_profile(
        "ours",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        max_examples=25 if _is_quick(config) else 100,
    )
    settings.load_profile("ours")


def _is_quick(config: pytest.Config) -> bool:
    return bool(config.getoption("markexpr") == "not slow")


def _has_room(folder: Path) -> bool:
    """Whether tests may write there, and run what they write. In a container it may hold next to nothing."""
    if not os.access(folder, os.W_OK):
        return False
    status = os.statvfs(folder)
    return status.f_bavail * status.f_frsize >= ROOM and not status.f_flag & os.ST_NOEXEC


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first, so that no worker is left alone with one in the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: it need not be looked through whenever there is garbage."""
    gc.collect()
    gc.freeze()


class _Templates:
    """Jinja's compiler, which remembers what it made; only the name of the template's file is new each time."""

    def __init__(self) -> None:
        self.compile = jinja2.Environment.compile
        self.made: dict[tuple[object, ...], CodeType] = {}

    def compiled(
        self, environment: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        """The code of a template. What Jinja refuses is not remembered, and told as ever."""
        spoken = (environment.autoescape, environment.undefined, tuple(environment.extensions))
        pieces = (environment.trim_blocks, environment.lstrip_blocks, environment.keep_trailing_newline)
        known = (spoken, pieces, tuple(environment.filters.items()), source, name)
        if known not in self.made:
            self.made[known] = self.compile(environment, source, name, filename)
        return _of_file(self.made[known], filename or "<template>")


def _of_file(code: CodeType, name: str) -> CodeType:
    """The same code, said to be of another file."""
    constants = (_of_file(each, name) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_filename=name, co_consts=tuple(constants))


class _Pages:
    """What artifacts became in earlier builds, by the keys that the program gives them: three in four are asked again."""

    def __init__(self) -> None:
        self.remake = Build.remake
        self.made: dict[str, tuple[Made, bytes]] = {}

    def remade(
        self, build: Build, tasks: Mapping[str, Any], work: Callable[..., Any], read: Any, *others: Any, **named: Any
    ) -> tuple[dict[str, Any], int]:
        """As :meth:`Build.remake`, but that what another build made of the same is put into this one's store."""
        if getattr(work, "func", None) is not render:
            return self.remake(build, tasks, work, read, *others, **named)
        missing = [name for name in tasks if build.cache.recalled(name, partial(read, name)) is None]
        known = {name: self.made[name] for name in missing if name in self.made}
        rest = {name: task for name, task in tasks.items() if name not in known}
        found, number = self.remake(build, rest, work, read, *others, **named)
        for name, (made, content) in known.items():
            build.cache.store.put(content)
            build.cache.index.put(name, made.record())
            found[name] = made
        if len(self.made) > 5000:
            self.made.clear()
        self.made |= {name: (found[name], build.cache.store.get(found[name].digest)) for name in missing}
        return {name: found[name] for name in tasks}, number + len(known)


def _catalogues() -> Callable[[str, bytes], tuple[Catalogue | None, list[Problem]]]:
    """The reader of PO files, which reads the same bytes once: every project has the whole interface in it."""
    read = cache(po_reader.read_catalogue)

    def read_again(file: str, content: bytes) -> tuple[Catalogue | None, list[Problem]]:
        catalogue, problems = read(file, content)
        return catalogue, list(problems)

    return read_again


def _personal() -> Callable[[str], list[PersonalDatum]]:
    """The search for what is personal, which looks through the same text once."""
    found = cache(personal_data)
    return lambda text: list(found(text))


def _folding() -> Callable[[Mapping[str, str]], tuple[str, str]]:
    """The maker of the table that the search page folds by, which makes it once for the same exceptions."""
    made = cache(lambda pairs: table(dict(pairs)))
    return lambda exceptions: made(tuple(exceptions.items()))


@pytest.fixture(autouse=True, scope="session")
def _made_once(pytestconfig: pytest.Config) -> Iterator[None]:
    """What all small builds of the tests do alike, on equal texts, is done once: it was two thirds of each.

    A quick run makes a page once, too. A whole run makes it in every build: whether the key of a page holds all that
    it depends on is what some tests are about.
    """
    pages, templates, catalogues, compact = _Pages(), _Templates(), _catalogues(), cache(scripts.compact)
    with pytest.MonkeyPatch.context() as patch:
        if _is_quick(pytestconfig):
            patch.setattr(Build, "remake", lambda *given, **named: pages.remade(*given, **named))
        patch.setattr(jinja2.Environment, "compile", lambda *given: templates.compiled(*given))
        patch.setattr(scripts, "compact", compact)
        patch.setattr(compare, "compact", compact)
        patch.setattr(stylesheet, "minified", cache(stylesheet.minified))
        patch.setattr(po_reader, "read_catalogue", catalogues)
        patch.setattr(memory, "read_catalogue", catalogues)
        patch.setattr(personal, "personal_data", _personal())
        patch.setattr(asking, "table", _folding())
        patch.setattr(fonts, "characters_of", cache(fonts.characters_of))
        yield


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real offices with its documents, for tests that only look at it."""
    return once(tmp_path_factory, "real-site", lambda folder: build_real_site(folder, SITE))
