"""Weighs and times the search over hundreds of plans: the index, its making, and queries in Chromium on a slow machine.

``python -m benchmarks.search`` prints tables in Markdown. CPU of the index is that of the functions that make it,
called here as a build calls them. A query is timed from submitting it to the first results in the page, and to the
frame that shows them, with the processor throttled to a quarter; the whole index is loaded by then. Where other work
shares the machine, CPU tells more: what the page's thread takes to the same frame, unthrottled, times four.
"""

import argparse
import gzip
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from benchmarks import corpus
from benchmarks.__main__ import run
from planpress.artifacts.search import year_file
from planpress.artifacts.workshop import Workshop, entries_json
from planpress.model.document_files import PlanFiles
from planpress.overview.holdings import ListedPlan
from planpress.settings import Settings
from planpress.source.folders import plan_files
from planpress.source.repository import read_office, read_organisations, read_plan

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

SLOWDOWN: Final = 4
PREFIXES: Final = {"zh-Hant": "", "zh-Hans": "zh-hans/", "en": "en/"}
QUERIES: Final = {
    "zh-Hant": (
        "服務",
        "繳費",
        "停電",
        "行動支付 繳費",
        '"單一窗口" -停電',
        "部門:業務組 電子帳單",
        "示範第7區服務處 停電",
        "業務組",
        "怎麼繳電費",
        "颱風天停電多久會修好",
    ),
    "zh-Hans": ("服务", "停电"),
    "en": ("service", "outage", "electronic bill", "a", "how do I pay my electricity bill"),
}

LOADED = "many => performance.getEntriesByType('resource').filter(({name}) => name.endsWith('.json')).length >= many"

SUBMIT = """async query => {
    const form = document.querySelector("form.search-page");
    const results = document.querySelector(".lists");
    form.elements.q.value = query;
    const changed = new Promise(resolve => new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve(performance.now());
    }).observe(results, {childList: true}));
    const start = performance.now();
    form.requestSubmit();
    const there = await changed;
    const painted = await new Promise(resolve => requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
    }));
    return [there - start, painted - start, document.querySelector(".search-status").textContent];
}"""


def making(root: Path) -> str:
    """CPU of making the index of a corpus, as a build does it: every plan's entries, then a file for each year."""
    shop = Workshop(Settings.load(root))
    organisations, _ = read_organisations(root)
    years: dict[int, dict[str, list[tuple[ListedPlan, str, PlanFiles]]]] = {}
    contributing = 0.0
    for office_id, roc_year, _ in plan_files(root)[0]:
        office, _ = read_office(root, office_id, organisations)
        assert office is not None
        plan, _ = read_plan(root, office, roc_year)
        assert plan is not None
        files, listed = PlanFiles({}, 0), ListedPlan(plan.office, plan.roc_year, plan.title, 0, 0, is_over=False)
        started = time.process_time()
        entries = {tag: shop.store.put(entries_json(each)) for tag, each in shop.said(plan, office).items()}
        contributing += time.process_time() - started
        for tag, edition in shop.editions.items():
            found = entries[edition.language.derived_from or tag]
            years.setdefault(roc_year, {}).setdefault(tag, []).append((listed, found, files))
    started = time.process_time()
    for languages in years.values():
        for tag, plans in languages.items():
            shop.store.put(year_file(shop, tag, plans).encode())
    writing = time.process_time() - started
    return (
        f"Making the index: {contributing + writing:.1f} s CPU, of which {contributing:.1f} s for what each plan "
        f"contributes and {writing:.1f} s for the files."
    )


def weights(site: Path) -> str:
    """The index of each language as a web server sends it, compressed."""
    lines = ["| language | files | all, kB | first answer, kB |", "|---|---:|---:|---:|"]
    for tag, prefix in PREFIXES.items():
        page = (site / prefix / "search" / "index.html").read_text("utf-8")
        names = page.partition('data-index="')[2].partition('"')[0].split()
        first = int(page.partition('data-first="')[2].partition('"')[0])
        names += page.partition('data-foreign="')[2].partition('"')[0].split()
        sizes = [compressed(site / "search" / Path(name).name) for name in names]
        lines.append(f"| {tag} | {len(names)} | {sum(sizes) / 1000:.0f} | {sum(sizes[:first]) / 1000:.0f} |")
    return "\n".join(lines)


def scripts(site: Path) -> str:
    """The scripts, what a first answer needs before the others."""
    sizes = {path.name: compressed(path) for path in sorted(site.glob("assets/search-*/*.js"))}
    later = ", ".join(f"{name} {size:,} B" for name, size in sizes.items() if name != "page.js")
    return f"Scripts, compressed: {sizes['page.js']:,} B for a first answer; later {later}."


def compressed(path: Path) -> int:
    """Bytes of a file after gzip -9."""
    return len(gzip.compress(path.read_bytes(), 9))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site on a server of its own."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def queries(site: Path, runs: int) -> str:
    """Each query several times; the median of the times."""
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        return absent("playwright", "pip install playwright, or make test")
    chromium = shutil.which(os.environ.get("PLANPRESS_CHROMIUM", "chromium"))
    if chromium is None:
        return absent("Chromium", "apt-get install chromium")
    lines = [
        "| language | query | results | to the results, ms | to the frame, ms | CPU to the frame, ms |",
        "|---|---|---:|---:|---:|---:|",
    ]
    with served(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for tag, prefix in PREFIXES.items():
            page = browser.new_page(viewport={"width": 390, "height": 844})
            page.goto(f"{url}{prefix}search/?q={QUERIES[tag][0]}")
            loaded = page.locator("form.search-page").get_attribute("data-index") or ""
            page.wait_for_function(LOADED, arg=len(loaded.split()))
            page.wait_for_timeout(3000)
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            cpu = {query: median([thread_time(page, session, query) for _ in range(runs)]) for query in QUERIES[tag]}
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
            for query in QUERIES[tag]:
                taken = [asked(page, query) for _ in range(runs)]
                there, painted = (median(times) for times in list(zip(*taken, strict=True))[:2])
                found = "".join(character for character in taken[0][2] if character.isdigit())
                slow = SLOWDOWN * cpu[query]
                lines.append(f"| {tag} | {query} | {found} | {there:.0f} | {painted:.0f} | {slow:.0f} |")
            page.close()
        browser.close()
    return "\n".join(lines)


def asked(page: "Page", query: str) -> tuple[float, float, str]:
    """Milliseconds to the results and to the frame, and what the page says; it is at rest afterwards."""
    there, painted, said = page.evaluate(SUBMIT, query)
    page.wait_for_timeout(700)
    return there, painted, said


def thread_time(page: "Page", session: "CDPSession", query: str) -> float:
    """Milliseconds of CPU that the page's own thread takes to show the first results of a query."""
    before, _, after = seconds(session), page.evaluate(SUBMIT, query), seconds(session)
    page.wait_for_timeout(700)
    return 1000 * (after - before)


def seconds(session: "CDPSession") -> float:
    """CPU that the page's thread has taken so far."""
    metrics = {each["name"]: float(each["value"]) for each in session.send("Performance.getMetrics")["metrics"]}
    return metrics["TaskDuration"]


def absent(program: str, line: str) -> str:
    """Say loudly what is not measured."""
    print(f"NOT MEASURED: {program} is not installed; {line}", file=sys.stderr)
    return ""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--size", default="36x18", help="offices x years")
    parser.add_argument("--runs", type=int, default=5, help="runs of each query; the median is printed")
    parser.add_argument("--site", type=Path, help="a site that is built already, instead of a corpus")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        site = options.site
        if site is None:
            root, site = Path(folder) / "corpus", Path(folder) / "corpus" / "site"
            corpus.make(root, *map(int, options.size.split("x")))
            print(making(root), flush=True)
            _, cpu, _ = run([sys.executable, "build.py", "--no-documents"], root)
            print(f"The whole build, pages only: {cpu:.1f} s CPU.\n", flush=True)
        print(weights(site), scripts(site), queries(site, options.runs), sep="\n\n")


if __name__ == "__main__":
    main()
