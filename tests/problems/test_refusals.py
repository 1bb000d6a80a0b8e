import errno
import os
import socket
import ssl
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


@pytest.mark.parametrize(
    ("code", "said"), [(10, "憑證已過期"), (18, "憑證是自行簽署的"), (62, "憑證不是給這個主機名稱的"), (99, "strange")]
)
def test_why_a_certificate_is_not_believed_is_in_the_readers_language(code: int, said: str) -> None:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = code, "strange"
    problem = Problem("E792", Place("https://plans.example/"), refusal(error))
    assert report.what(problem, "zh-Hant") == f"伺服器的憑證無法信任（{said}）"
    assert report.what(problem, "en") == "the server's certificate cannot be trusted (strange)"


def test_what_cannot_be_read_says_why_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").mkdir()
    for name in ("plan.yml", "n" * 300):
        (problem,) = files.read(tmp_path, name)[1]
        assert not report.what(problem, "zh-Hant").isascii()
        assert os.strerror(int(problem.values["errno"])) not in report.what(problem, "zh-Hant")
