import os
import signal
import subprocess
import sys

import pytest

from planpress.site.executor import workers

SLEEPING = """\
import os, signal, sys, time
from planpress.site.executor import workers

signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it

def who(number):
    time.sleep(0.1)
    return os.getpid()

if __name__ == "__main__":
    with workers(2) as executor:
        try:
            there = set()
            while len(there) < 2:
                there |= set(executor.map(who, range(4)))
            print(len(there), flush=True)
            time.sleep(60)
        except KeyboardInterrupt:
            sys.exit(130)
"""


def test_one_job_needs_no_process() -> None:
    with workers(1) as executor:
        assert executor is None


def test_work_is_done_elsewhere() -> None:
    with workers(2) as executor:
        assert executor is not None
        assert executor.submit(os.getpid).result() != os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups with signals")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_workers_end_quietly_with_the_process_that_they_work_for(end: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLEEPING],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    if end == signal.SIGINT:  # as a terminal sends it: to everybody
        os.killpg(process.pid, end)
    else:
        process.send_signal(end)
    _, said = process.communicate(timeout=10)  # the pipes close when the last worker has ended
    assert said == ""
