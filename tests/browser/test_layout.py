"""Reflow, text spacing, target sizes: nothing sticks out, nothing is cut off, everything can be hit."""

import pytest

from tests.browser.conftest import Site, Visitor
from tests.browser.kinds import EVERY
from tests.browser.rules import misfits

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("path", EVERY)
def test_nothing_sticks_out_and_everything_can_be_hit(path: str, site: Site, visitor: Visitor) -> None:
    assert misfits(visitor.look(site.url + path)) == {}
