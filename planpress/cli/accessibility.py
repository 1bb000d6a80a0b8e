"""``build.py check --accessibility``: static rules on every page, a browser on some, and the record of both."""

import os
from importlib.metadata import version
from pathlib import Path
from typing import Final

from planpress.accessibility.browser import MODULES, NoBrowserError, axe_file, look_at
from planpress.accessibility.machine import Tally, browser_record, recorded, sights_of
from planpress.accessibility.record import RECORD_FILE, BrowserRecord, MachineRecord
from planpress.accessibility.sample import Sample, sample
from planpress.cli import extras
from planpress.cli.call import Call, progress, say
from planpress.cli.words.accessibility_texts import ACCESSIBILITY_TEXTS, AccessibilityTexts
from planpress.problems.filling import filled
from planpress.problems.problem import Problem
from planpress.settings import Settings, calendar_day
from planpress.site_checks import check_site
from planpress.writing import write_atomically

EXTRA: Final = "accessibility"


def check_accessibility(
    call: Call, settings: Settings, *, every: bool, is_recorded: bool
) -> tuple[list[Problem], list[str]]:
    """Check a finished site.

    Args:
        call: what every command needs to know.
        settings: of the site.
        every: the browser looks at every page.
        is_recorded: the outcome is written into the project.

    Returns:
        Everything that is wrong, and what is to be said of what was done.
    """
    texts = ACCESSIBILITY_TEXTS[call.language]
    tally = Tally()
    problems = check_site(settings.site_dir, settings.site_url, tally.see)
    found, browser = _in_browser(call, settings, texts, every=every)
    problems += found
    record = recorded(
        tally, problems, browser, day=calendar_day(), site_url=settings.site_url, program=version("planpress")
    )
    said = [_static(texts, record), _browser(texts, record)]
    if is_recorded:
        write_atomically(settings.root / RECORD_FILE, record.as_json().encode())
        said.append(texts.recorded.format(file=RECORD_FILE))
    return problems, said


def _in_browser(
    call: Call, settings: Settings, texts: AccessibilityTexts, *, every: bool
) -> tuple[list[Problem], BrowserRecord | None]:
    if not extras.is_there(MODULES):
        say(texts.installing)
        if not (extras.install(EXTRA) and extras.is_there(MODULES)):
            say(texts.no_modules)
            return [], None
    axe = axe_file(Path(__file__).parents[2])
    if axe is None:
        say(texts.no_axe)
        return [], None
    chosen = _sample(settings, every=every)
    with progress(texts.looking) as tell:

        def looked(done: int) -> None:
            tell(done, len(chosen.paths))

        try:
            looks, tools = look_at(settings.site_dir, settings.site_url, chosen.paths, axe, os.environ, looked)
        except NoBrowserError as error:
            say(texts.no_browser.format(reason=error))
            return [], None
    pages = {path: (settings.site_dir / path).read_text("utf-8", errors="replace") for path in chosen.paths}
    name = settings.site_dir.name
    found = [each for path in chosen.paths for each in sights_of(f"{name}/{path}", pages[path], looks[path])]
    return [problem for _, problem in found], browser_record(looks, found, chosen, tools)


def _sample(settings: Settings, *, every: bool) -> Sample:
    folder = settings.site_dir
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*.html")}
    return sample(sizes, settings.languages, every=every)


def _static(texts: AccessibilityTexts, record: MachineRecord) -> str:
    tested = [each for each in record.codes if each.elements]
    return filled(
        texts.static,
        {
            "pages": record.pages,
            "tested": len(tested),
            "wrong": sum(each.wrong > 0 for each in record.codes),
            "left": len(record.codes) - len(tested),
        },
    )


def _browser(texts: AccessibilityTexts, record: MachineRecord) -> str:
    browser = record.browser
    if browser is None:
        return texts.not_looked
    return filled(
        texts.browser,
        {
            "pages": browser.pages,
            "kinds": browser.kinds,
            "all": record.pages,
            "axe": browser.axe,
            "browser": browser.browser,
            "wrong": sum(each.wrong for each in browser.criteria if each.criterion),
            "unsure": sum(each.unsure for each in browser.criteria if each.criterion),
        },
    )
