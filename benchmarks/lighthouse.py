"""Lighthouse on a finished site, as it looks from a phone on a slow network.

``make bench BENCH=benchmarks.lighthouse ARGS=site`` prints a table in Markdown: the four scores of a page of every kind
that the site has. Needs Node.js and Chromium; ``npx`` fetches Lighthouse. The pages are served compressed, as the
servers that ``build.py server`` writes configurations for do it. Wants an idle machine: scores come from times.
"""

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from benchmarks.search import absent

LIGHTHOUSE: Final = "lighthouse@12"
"""The newest that runs on Node.js 20."""

PAGES: Final = ("", "en/", "search/?q=停電", "compare/", "calendar/", "quality/", "data/", "glossary/")
KINDS: Final = ("topics/*/", "*/1[0-9][0-9]/", "*/1[0-9][0-9]/changes/", "*/results/", "*/satisfaction/")
"""Of each the first that the site has."""

PACKED: Final = (".html", ".css", ".js", ".json", ".svg", ".xml")


class Compressing(SimpleHTTPRequestHandler):
    """Serves files as servers do that compress what is text."""

    def do_GET(self) -> None:
        """Answer with the file, compressed where it is a text."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file() or file.suffix not in PACKED:
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(file)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on this machine, while it is looked at."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def pages(site: Path) -> list[str]:
    """A page of every kind."""
    first = (
        next((str(path.relative_to(site)) for path in sorted(site.glob(kind)) if path.is_dir()), None) for kind in KINDS
    )
    return [*PAGES, *(f"{path}/" for path in first if path)]


def looked_at(address: str, chromium: str) -> Mapping[str, Any]:
    """What Lighthouse says of a page."""
    flags = "--chrome-flags=--headless=new --no-sandbox"
    words = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", flags, "--output=json"]
    environment = os.environ | {"CHROME_PATH": chromium, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    done = subprocess.run(words, check=True, capture_output=True, env=environment)
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def row(path: str, report: Mapping[str, Any]) -> str:
    """A line of the table."""
    scores = [f"{100 * category['score']:.0f}" for category in report["categories"].values()]
    audits = report["audits"]
    paint = audits["largest-contentful-paint"]["numericValue"] / 1000
    shift = audits["cumulative-layout-shift"]["numericValue"]
    return f"| /{path} | {' | '.join(scores)} | {paint:.1f} | {shift:.3f} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Look at the pages and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of a finished site")
    parser.add_argument("pages", nargs="*", help="addresses below the site's own; without, a page of every kind")
    options = parser.parse_args(arguments)
    chromium = shutil.which(os.environ.get("PLANPRESS_CHROMIUM", "chromium"))
    if chromium is None or shutil.which("npx") is None:
        absent("Chromium or Node.js", "apt-get install chromium nodejs npm")
        sys.exit(1)
    print("| page | performance | accessibility | best practices | SEO | largest paint, s | layout shift |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with served(options.site) as address:
        for path in options.pages or pages(options.site):
            print(row(path, looked_at(address + path, chromium)), flush=True)


if __name__ == "__main__":
    main()
