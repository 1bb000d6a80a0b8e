"""The pages at old addresses, as artifacts: of each redirect its own, and of what went along with it."""

from collections.abc import Collection, Iterator, Sequence

from planpress.artifacts.artifact import Artifact, page
from planpress.model.language import AUTHORITATIVE, Language
from planpress.model.redirect import Redirect, led, moves_in
from planpress.model.vintage import Vintage
from planpress.pages.plan.moved import moved_page
from planpress.source.content.redirects import REDIRECTS_FILE


def redirect_artifacts(
    redirects: Sequence[Redirect], languages: Sequence[Language], pages: Collection[str]
) -> Iterator[Artifact]:
    """A page at each address from which a page of the site can be told.

    Args:
        redirects: of the site.
        languages: of the site.
        pages: paths of its pages, without language.
    """
    moves = moves_in([AUTHORITATIVE], redirects)
    made: set[str] = set()
    for redirect, move in zip(redirects, moves, strict=True):
        now = led(moves, move.old)
        along = [path.removeprefix(now) for path in pages if move.goes_along and path.startswith(now)]
        for old in sorted({move.old, *(move.old + rest for rest in along)} - made):
            new = led(moves, old)
            if old.endswith("/") and new in pages:
                made.add(old)
                vintage = Vintage.as_of(redirect.date.iso)
                for language in languages:
                    yield page(language, old, vintage, moved_page, redirect, old, new, source=REDIRECTS_FILE)
