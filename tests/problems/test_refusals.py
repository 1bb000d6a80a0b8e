import errno
import os
import socket
from pathlib import Path

import pytest

from planpress.problems import report
from planpress.problems.problem import Place, Problem
from planpress.problems.refusals import refusal
from planpress.source import files


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EACCES, "Permission denied"), "沒有權限，或檔案正由其他程式開啟"),
        (OSError(errno.ECONNREFUSED, "Connection refused"), "對方拒絕連線"),
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "查不到這個名稱的主機"),
        (OSError(errno.EXDEV, "Invalid cross-device link"), "Invalid cross-device link"),
        (OSError(), "OSError"),
    ],
)
def test_the_reason_is_in_the_readers_language(error: OSError, said: str) -> None:
    problem = Problem("E406", Place("offices/a.yml"), refusal(error))
    assert report.what(problem, "zh-Hant") == f"無法讀取檔案（{said}）"
    assert report.what(problem, "en") == f"the file cannot be read ({error.strerror or 'OSError'})"
    assert Problem.from_record(problem.record()) == problem


def test_what_cannot_be_read_says_why_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").mkdir()
    for name in ("plan.yml", "n" * 300):
        (problem,) = files.read(tmp_path, name)[1]
        assert not report.what(problem, "zh-Hant").isascii()
        assert os.strerror(int(problem.values["errno"])) not in report.what(problem, "zh-Hant")
