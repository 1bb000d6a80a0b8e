"""The commands ``publish``, ``rollback`` and ``releases``: a site as releases of a target."""

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planpress.cli.call import CLEAN, PROBLEMS, Call, Commands, print_problems, say
from planpress.cli.words.publish_texts import PUBLISH_TEXTS, PublishTexts
from planpress.console import visible_lines
from planpress.problems.filling import filled
from planpress.problems.problem import Place, Problem, has_errors
from planpress.problems.settings_error import SettingsError
from planpress.settings import Settings

if TYPE_CHECKING:
    from planpress.cli.words.publish_words import PublishWords
    from planpress.publishing.releasing import Target

_FULL = (errno.ENOSPC, errno.EDQUOT)
_NO_RIGHTS = (errno.EACCES, errno.EPERM, errno.EROFS)


def add_publish(commands: Commands, build: Callable[[Settings], int]) -> None:
    """Add the commands to the others.

    Args:
        commands: of the call.
        build: builds the site and tells of it; its exit code.
    """
    call = commands.call
    texts = PUBLISH_TEXTS[call.language]

    @commands.add(texts.publish_help)
    @click.argument("target", metavar="TARGET")
    @click.option("--dry-run", is_flag=True, help=texts.dry_run_help)
    @click.option("--accept", "accepted", multiple=True, metavar="KIND=N", help=texts.accept_help)
    @click.option("--again", is_flag=True, help=texts.again_help)
    def publish(target: str, dry_run: bool, accepted: tuple[str, ...], again: bool) -> int:
        from planpress.publishing.releasing import ACCEPTED

        if not all(map(ACCEPTED.fullmatch, accepted)):
            raise click.UsageError(texts.accept_usage)
        return _publish(call, texts, target, build, dry_run, accepted, again)

    @commands.add(texts.rollback_help)
    @click.argument("target", metavar="TARGET")
    @click.argument("number", metavar="[NUMBER]", type=click.IntRange(1), required=False)
    @click.option("--dry-run", is_flag=True, help=texts.dry_run_help)
    def rollback(target: str, number: int | None, dry_run: bool) -> int:
        return _rollback(call, texts, target, number, dry_run)

    @commands.add(texts.releases_help)
    @click.argument("target", metavar="TARGET")
    @click.option("--diff", type=(click.IntRange(1), click.IntRange(1)), metavar="OLD NEW", help=texts.diff_help)
    def releases(target: str, diff: tuple[int, int] | None) -> int:
        return _releases(call, texts, target, diff)


def _publish(
    call: Call,
    texts: PublishTexts,
    name: str,
    build: Callable[[Settings], int],
    dry_run: bool,
    accepted: tuple[str, ...],
    again: bool,
) -> int:
    from planpress.cli.server import served
    from planpress.publishing.releasing import open_target, origin_of, other_site, propose
    from planpress.site.lock import locked, this_process
    from planpress.site.published import LOCK
    from planpress.site_checks import check_site
    from planpress.source.content.official import without_official

    settings = call.settings()
    target = open_target(call.root, name)
    # What is wrong with the target is told before anybody waits for a build.
    if wrong := list(other_site(settings, target.releases(), accepted)):
        print_problems(call, wrong)
        return PROBLEMS
    if code := build(settings):
        return code
    problems = without_official(settings.root, check_site(settings.site_dir, settings.site_url))
    print_problems(call, problems)
    if has_errors(problems):
        return PROBLEMS
    origin = origin_of(call.root, datetime.now(UTC))
    words = _words(call, texts)
    with (
        _told(target),
        target.alone(_waiting(texts), dry_run=dry_run),
        locked(settings.site_dir / LOCK, this_process(), _waiting(texts)),
    ):
        earlier = target.releases()
        proposal = propose(settings, origin, earlier, accepted, served(settings, ""))
        if earlier and not proposal.differs and not again:
            print(texts.same.format(number=earlier[-1].number))
            return CLEAN
        print(visible_lines("\n".join(words.difference(proposal.differs)) or texts.no_difference))
        print_problems(call, proposal.problems)
        if proposal.problems:
            return PROBLEMS
        number = proposal.release.number
        if dry_run:
            print(texts.dry.format(number=number))
            return CLEAN
        put = target.put(proposal.release.anew() if again else proposal.release, settings.site_dir)
    print(filled(texts.published, {"number": number, "copied": put.copied, "held": put.held}))
    return CLEAN


def _rollback(call: Call, texts: PublishTexts, name: str, number: int | None, dry_run: bool) -> int:
    from planpress.publishing.releasing import bring_back, open_target

    target = open_target(call.root, name)
    words = _words(call, texts)
    with _told(target), target.alone(_waiting(texts), dry_run=dry_run):
        proposal = bring_back(target.releases(), number, datetime.now(UTC))
        release = proposal.release
        print(visible_lines("\n".join(words.difference(proposal.differs)) or texts.no_difference))
        if dry_run:
            print(texts.dry.format(number=release.number))
            return CLEAN
        target.put(release, None)
    print(texts.brought_back.format(old=release.copy_of, number=release.number))
    return CLEAN


def _releases(call: Call, texts: PublishTexts, name: str, diff: tuple[int, int] | None) -> int:
    from planpress.publishing.comparing import difference
    from planpress.publishing.releasing import find_release, open_target

    target = open_target(call.root, name)
    with _told(target):
        found = target.releases()
    words = _words(call, texts)
    if diff is None:
        if not found:
            print(texts.none_yet)
        for release in reversed(found):
            print(visible_lines(words.release(release, is_shown=release is found[-1])))
        return CLEAN
    old, new = (find_release(found, number) for number in diff)
    print(texts.between.format(old=old.number, new=new.number))
    lines = list(words.difference(difference(old.files, new.files)))
    print(visible_lines("\n".join(lines or [texts.no_difference])))
    return CLEAN


@contextmanager
def _told(target: "Target") -> Iterator[None]:
    """Say of a target that is full, or closed to us, what can be done about it."""
    try:
        yield
    except OSError as error:
        code = "E490" if error.errno in _FULL else "E491" if error.errno in _NO_RIGHTS else ""
        if not code:
            raise
        raise SettingsError(problems=(Problem(code, Place("publish.yml"), {"folder": target.name}),)) from error


def _waiting(texts: PublishTexts) -> Callable[[str], None]:
    return lambda holder: say(visible_lines(texts.waiting.format(holder=holder)))


def _words(call: Call, texts: PublishTexts) -> "PublishWords":
    from planpress.cli.words.publish_words import PublishWords

    return PublishWords(texts, _offices(call.root, call.language))


def _offices(root: Path, language: str) -> Mapping[str, str]:
    """What offices are called, for as many as the project has."""
    from planpress.source.repository import read_office, read_organisations

    organisations, _ = read_organisations(root)
    names = sorted(path.parent.name for path in root.glob("offices/*/office.yml"))
    read = {name: read_office(root, name, organisations)[0] for name in names}
    return {name: (office.en if language == "en" else None) or office.name for name, office in read.items() if office}
