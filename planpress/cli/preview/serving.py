"""A local look at the site while it is being written: rebuilds on change, reloads the page, shows problems on it."""

import errno
import os
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from planpress import addresses
from planpress.cli.failures import failure
from planpress.cli.preview.preview_news import News, drafts_of, is_among, new_among, news
from planpress.cli.preview.preview_originals import originals
from planpress.cli.preview.preview_server import Preview, PreviewServer
from planpress.cli.words.texts import TEXTS
from planpress.console import visible, visible_lines
from planpress.pages.editorial.editorial_page import RenderEditorial
from planpress.problems import report
from planpress.problems.problem import Problem, has_errors
from planpress.problems.refusals import reason, refusal
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings
from planpress.site.build import Built, First, Outcome, build
from planpress.site.lock import waiting_for
from planpress.source.folders import plan_named

POLL_SECONDS: Final = 0.04
"""How often the sources are looked at; where that takes long, seldom enough to cost a tenth of a processor."""
PORTS: Final = 10
"""How many ports are tried, from the one that is asked for."""
WAIT_SECONDS: Final = 25.0
"""How long a page's question for news is kept open."""

Fingerprint: TypeAlias = tuple[tuple[str | int, ...], ...]
"""Of every source its name and what changes with it."""


class Rebuilder:
    """Builds the site whenever a source changes, and tells whoever waits."""

    def __init__(
        self,
        load: Callable[[], Settings],
        build: Callable[[Settings, First | None], Outcome],
        language: str,
        say: Callable[[str], None],
    ) -> None:
        self.load = load
        self.settings = load()
        self.build = build
        self.language = language
        self.say = say
        self.state = News(0, built=True)
        self.has_pages = False
        self.known: Sequence[Problem] = ()
        self.changed = threading.Condition()

    def rebuild(self, saved: Collection[str] = ()) -> None:
        """Build once and pass on what came of it. Whatever is wrong is said; after errors the old pages stay.

        Args:
            saved: the files whose change is the reason, by their paths from the project's root.
        """
        started = time.perf_counter()
        try:
            self.settings = self.load()
            outcome = self.build(self.settings, self._first(saved))
        except Exception as error:
            # A half-written template or a file that has just gone: the next edit mends it, so the preview lives on.
            message = failure(error, TEXTS[self.language], self.language) or visible_lines(
                f"{type(error).__name__}: {error}"
            )
            self.say(message)
            problems = error.problems if isinstance(error, SettingsError) else ()
            self._tell(replace(self._news(problems, saved, built=False), text=message, drafts=self.state.drafts))
            return
        fresh = new_among(outcome.problems, self.known)
        self._say_of(outcome.problems, fresh, saved)
        seconds = f"{time.perf_counter() - started:.2f}"
        if outcome.built is not None:
            self.say(TEXTS[self.language].rebuilt.format(seconds=seconds))
        self.has_pages = self.has_pages or outcome.built is not None
        drafts = self.state.drafts if outcome.built is None else self._drafts(outcome.built)
        found = self._news(outcome.problems, saved, built=outcome.built is not None)
        pages = self.state.fresh if self.state.is_first else frozenset[str]()
        # A build that an error ends has not looked for everything: what was known before it is no news after it.
        self.known = outcome.problems if outcome.built is not None else (*self.known, *fresh)
        self._tell(replace(found, drafts=drafts, fresh=pages, is_first=False))

    def _say_of(self, problems: Sequence[Problem], fresh: Sequence[Problem], saved: Collection[str]) -> None:
        """Say errors, for the pages wait for them, and warnings that are new; of the others, how many there are."""
        told = [each for each in problems if has_errors([each]) or is_among(each, fresh)]
        if told:
            self.say(report.terminal(told, self.language, saved=saved))
        if len(told) < len(problems):
            self.say(TEXTS[self.language].staying.format(count=len(problems) - len(told)))

    def _first(self, saved: Collection[str]) -> First | None:
        """The pages to write before all others: those of the plans just saved, if nothing else has changed."""
        plans = [plan_named(file) for file in saved]
        if not self.has_pages or not plans or None in plans:
            return None
        pages = frozenset(addresses.plan(*plan) for plan in plans if plan is not None)
        paths = frozenset(
            addresses.file_of(addresses.localised(language, page))
            for language in self.settings.languages
            for page in pages
        )

        def written(problems: Sequence[Problem]) -> None:
            found = self._news(problems, saved, built=True)
            self._tell(replace(found, drafts=self.state.drafts, fresh=pages, is_first=True))

        return First(paths, written)

    def _drafts(self, built: Built) -> tuple[Mapping[str, str], ...]:
        return drafts_of(built.unseen, self.settings.today, self.language)

    def _news(self, problems: Sequence[Problem], saved: Collection[str], *, built: bool) -> News:
        fresh = new_among(problems, self.known) if self.state.version else ()
        return news(
            self.state.version + 1, self.settings.root, problems, self.language, saved, built=built, fresh=fresh
        )

    def _tell(self, found: News) -> None:
        with self.changed:
            self.state = found
            self.changed.notify_all()

    def wait(self, version: str) -> News:
        """The state, once it is another than this version, or after a while."""
        with self.changed:
            self.changed.wait_for(lambda: str(self.state.version) != version, WAIT_SECONDS)
            return self.state

    def watch(self, seen: Fingerprint, stopped: threading.Event) -> None:
        """Rebuild on every change since the sources looked like this, until told to stop."""
        pause = POLL_SECONDS
        while not stopped.wait(pause):
            started = time.perf_counter()
            now = fingerprint(self.settings)
            pause = max(POLL_SECONDS, 9 * (time.perf_counter() - started))
            if now != seen:
                changed = {Path(str(entry[0])) for entry in {*now} ^ {*seen}}
                seen = now
                # A file that is put in its place changes its folder too.
                saved = [path for path in changed if not path.is_dir()]
                self.rebuild([_name(path, self.settings) for path in saved])


def fingerprint(settings: Settings) -> Fingerprint:
    """Name, file, times and size of every source; differs after any edit.

    Some editors and ``cp -p`` give a file its old time again; the time of the change itself nobody can set.
    """
    found: list[tuple[str | int, ...]] = []
    with suppress(OSError):
        settings_file = settings.root / settings.file
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


def _name(path: Path, settings: Settings) -> str:
    """A source's path from the folder that it belongs to."""
    return path.relative_to(settings.root if path.is_relative_to(settings.root) else settings.house).as_posix()


def _mark(status: os.stat_result) -> tuple[int, ...]:
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def _say(text: str) -> None:
    with suppress(BrokenPipeError):  # the pages are told as well
        print(text, flush=True)


def listening(host: str, port: int, preview: Preview, say: Callable[[str], None]) -> PreviewServer | None:
    """A server at the port, or at the next one that is free; None when there is none, which is said."""
    for tried in range(port, min(port + PORTS, 65536)):
        try:
            server = PreviewServer(host, tried, preview, say)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            say(
                preview.texts.cannot_listen.format(
                    host=visible(host), port=tried, reason=reason(refusal(error), preview.language)
                )
            )
            return None
        if tried != port:
            say(preview.texts.next_port.format(port=port, next=tried))
        return server
    say(preview.texts.port_taken.format(port=port))
    return None


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
    preview = Preview(
        lambda: rebuilder.settings.site_dir, lambda version: rebuilder.wait(version), language, originals(load)
    )
    host = host.removeprefix("[").removesuffix("]")
    server = listening(host, port, preview, say)
    if server is None:
        return False
    stopped = threading.Event()
    with server:
        rebuilder = Rebuilder(
            lambda: replace(load(), site_url=server.url),
            lambda current, first: build(
                current, render, executor, waiting=lambda holder: say(waiting_for(holder, language)), first=first
            ),
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
