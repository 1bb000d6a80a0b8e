"""What each build of a test does alike is done once: templates become Python, and scripts lose what only explains."""

from collections.abc import Iterator
from functools import cache
from types import CodeType

import jinja2
import pytest

from planpress.pages import scripts


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
    templates = _Templates()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", lambda *given: templates.compiled(*given))
        patch.setattr(scripts, "compact", cache(scripts.compact))
        yield
