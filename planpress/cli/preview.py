"""A local look at the site while it is being written: rebuilds on change, reloads the page, shows problems on it."""

import errno
import os
import threading
import time
from collections.abc import Callable, Collection
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from planpress.cli.failures import failure
from planpress.cli.preview_server import Preview, PreviewServer, State
from planpress.cli.texts import TEXTS
from planpress.console import visible, visible_lines
from planpress.pages.editorial_page import RenderEditorial
from planpress.problems import report
from planpress.settings import Settings
from planpress.site.build import Outcome, build
from planpress.site.lock import waiting_for

POLL_SECONDS: Final = 0.15
WAIT_SECONDS: Final = 25.0
"""How long a page's question for news is kept open."""

Fingerprint: TypeAlias = tuple[tuple[str | int, ...], ...]
"""Of every source its name and what changes with it."""


class Rebuilder:
    """Builds the site whenever a source changes, and tells whoever waits."""

    def __init__(
        self,
        load: Callable[[], Settings],
        build: Callable[[Settings], Outcome],
        language: str,
        say: Callable[[str], None],
    ) -> None:
        self.load = load
        self.settings = load()
        self.build = build
        self.language = language
        self.say = say
        self.state = State(0, "", built=True)
        self.changed = threading.Condition()

    def rebuild(self, saved: Collection[str] = ()) -> None:
        """Build once and pass on what came of it. Whatever is wrong is said; after errors the old pages stay.

        Args:
            saved: the files whose change is the reason, by their paths from the project's root.
        """
        started = time.perf_counter()
        try:
            self.settings = self.load()
            outcome = self.build(self.settings)
        except Exception as error:
            # A half-written template or a file that has just gone: the next edit mends it, so the preview lives on.
            message = failure(error, TEXTS[self.language], self.language) or visible_lines(
                f"{type(error).__name__}: {error}"
            )
            self.say(message)
            self._tell(message, built=False)
            return
        problems = report.terminal(outcome.problems, self.language, saved=saved)
        if problems:
            self.say(problems)
        seconds = f"{time.perf_counter() - started:.2f}"
        if outcome.built is not None:
            self.say(TEXTS[self.language].rebuilt.format(seconds=seconds))
        self._tell(problems, built=outcome.built is not None)

    def _tell(self, problems: str, *, built: bool) -> None:
        with self.changed:
            self.state = State(self.state.version + 1, problems, built)
            self.changed.notify_all()

    def wait(self, version: str) -> State:
        """The state, once it is another than this version, or after a while."""
        with self.changed:
            self.changed.wait_for(lambda: str(self.state.version) != version, WAIT_SECONDS)
            return self.state

    def watch(self, seen: Fingerprint, stopped: threading.Event) -> None:
        """Rebuild on every change since the sources looked like this, until told to stop."""
        while not stopped.wait(POLL_SECONDS):
            now = fingerprint(self.settings)
            if now != seen:
                changed = {Path(str(entry[0])) for entry in {*now} ^ {*seen}}
                seen = now
                self.rebuild([path.relative_to(self.settings.root).as_posix() for path in changed])


def fingerprint(settings: Settings) -> Fingerprint:
    """Name, file, times and size of every source; differs after any edit.

    Some editors and ``cp -p`` give a file its old time again; the time of the change itself nobody can set.
    """
    found: list[tuple[str | int, ...]] = []
    with suppress(OSError):
        settings_file = settings.root / "mkdocs.yml"
        found.append((str(settings_file), *_mark(settings_file.stat())))
    folders = [str(settings.offices_dir), str(settings.content_dir), str(settings.theme_dir)]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                with suppress(OSError):  # a link that leads nowhere, as editors leave them
                    found.append((entry.path, *_mark(entry.stat())))
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
    return tuple(sorted(found))


def _mark(status: os.stat_result) -> tuple[int, ...]:
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def _say(text: str) -> None:
    with suppress(BrokenPipeError):  # the pages are told as well
        print(text, flush=True)


def serve(
    load: Callable[[], Settings],
    render: RenderEditorial,
    language: str,
    host: str,
    port: int,
    executor: Executor | None = None,
    say: Callable[[str], None] = _say,
) -> bool:
    """Serve the preview until interrupted.

    Args:
        load: reads the settings, again at every change.
        render: renders the Markdown pages.
        language: of what is said.
        host: to listen at.
        port: to listen at; 0 for any.
        executor: runs the work of single plans.
        say: tells whoever sits at the terminal.

    Returns:
        Whether the address and the port could be had.
    """
    texts = TEXTS[language]
    preview = Preview(lambda: rebuilder.settings.site_dir, lambda version: rebuilder.wait(version), texts)
    host = host.removeprefix("[").removesuffix("]")
    try:
        server = PreviewServer(host, port, preview, say)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            say(texts.port_taken.format(port=port))
        else:
            say(texts.cannot_listen.format(host=visible(host), port=port, reason=error.strerror or error))
        return False
    stopped = threading.Event()
    with server:
        rebuilder = Rebuilder(
            lambda: replace(load(), site_url=server.url),
            lambda current: build(current, render, executor, waiting=lambda holder: say(waiting_for(holder, language))),
            language,
            say,
        )
        # Taken before the first build: an edit during it counts.
        watcher = threading.Thread(target=rebuilder.watch, args=(fingerprint(rebuilder.settings), stopped), daemon=True)
        rebuilder.rebuild()
        watcher.start()
        if not server.names.is_private:
            say(texts.open_to_others.format(host=visible(host)))
        say(texts.serving.format(url=server.url))
        try:
            server.serve_forever()
        finally:
            stopped.set()
    return True
