"""What every test has in common: what each build does alike is done once, and a quick run tries fewer examples."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType

import jinja2
import pytest
from hypothesis import HealthCheck, settings

from planpress.pages import scripts
from tests.real_site import SITE, build_real_site


def pytest_configure(config: pytest.Config) -> None:
    """Hypothesis looks at no clock; a quick run tries a quarter of the examples unless a test says how many it needs."""
    is_quick = config.getoption("markexpr") == "not slow"
    # A machine with other work to do is as slow as code that is wrong.
    settings.register_profile(
        "ours", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=25 if is_quick else 100
    )
    settings.load_profile("ours")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first, so that no worker is left alone with one in the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


class _Templates:
    """Jinja's compiler, which remembers the Python it made; only the name of the template's file is new each time."""

    def __init__(self) -> None:
        self.compile = jinja2.Environment.compile
        self.made: dict[tuple[object, ...], str] = {}

    def compiled(
        self, environment: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        """The code of a template. What Jinja refuses is not remembered, and told as ever."""
        spoken = (environment.autoescape, environment.undefined, tuple(environment.extensions))
        pieces = (environment.trim_blocks, environment.lstrip_blocks, environment.keep_trailing_newline)
        known = (spoken, pieces, tuple(environment.filters.items()), source, name)
        if known not in self.made:
            self.made[known] = self.compile(environment, source, name, filename, raw=True)
        return environment._compile(self.made[known], filename or "<template>")


@pytest.fixture(autouse=True, scope="session")
def _made_once() -> Iterator[None]:
    """Templates become Python once, and scripts lose what only explains once: half of what a small build takes."""
    templates = _Templates()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", lambda *given: templates.compiled(*given))
        patch.setattr(scripts, "compact", cache(scripts.compact))
        yield


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real offices with its documents, for tests that only look at it."""
    return build_real_site(tmp_path_factory.mktemp("real-site"), SITE)
