import time

import pytest

from benchmarks import release_kills
from planpress.publishing.folder import FolderTarget


@pytest.mark.slow
def test_readers_see_whole_releases_while_publishing_is_killed() -> None:
    tally = release_kills.run(20, seed=1)
    assert tally.faults == []
    assert tally.kills == 20 and tally.answers > 100


def test_a_link_that_is_gone_for_a_moment_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    show = FolderTarget._show

    def slowly(target: FolderTarget, number: int) -> None:
        (target.folder / "current").unlink(missing_ok=True)
        time.sleep(0.02)
        show(target, number)

    monkeypatch.setattr(FolderTarget, "_show", slowly)
    assert any("no answer" in fault for fault in release_kills.run(2, seed=1).faults)
