"""The configurations, in the servers that they are for: whatever ``probe`` asks is answered as it should be."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from planpress.cli.commands import main
from planpress.model.document_files import MEDIA_TYPES as OF_DOCUMENTS
from planpress.model.document_files import SUPPLEMENT_TYPES, DocumentKind
from planpress.model.redirect import Move
from planpress.publishing.fetching import Answer, fetcher
from planpress.publishing.probe import Probe
from planpress.publishing.server_apache import apache_part, apache_server
from planpress.publishing.server_nginx import nginx_part, nginx_server
from planpress.publishing.server_rules import KEPT, MEDIA_TYPES, headers
from planpress.publishing.server_site import Certificate, ServedSite
from planpress.source.attachments.pictures import SUFFIXES
from tests.projects import project
from tests.publishing.servers import free_port, running

KINDS = pytest.mark.parametrize("kind", ["nginx", "apache"])
MOVED = (
    Move("old/", "sample/", goes_along=True, stems=("old", "sample")),
    Move("en/old/", "en/sample/", goes_along=True),
    Move("old/112/", "about/"),
    Move("hand-out", "sample/114/"),
)
GONE = {"sample/113/": "sample/113/index.html", "shut/": "404.html"}


@pytest.fixture(scope="module")
def built() -> Iterator[Path]:
    """A site with a file of every type, a page that says that it was withdrawn, and files that nobody may read."""
    # Not where pytest has its own: servers read as users of their own, and every pytest of a user closes that to them.
    with TemporaryDirectory(prefix="planpress-server-") as place:
        Path(place).chmod(0o755)
        yield _build(Path(place))


def _build(root: Path) -> Path:
    project(
        root,
        {
            "content/zh-Hant/accessibility.md": "# 無障礙\n\n說明。\n",
            "content/zh-Hant/privacy.md": "# 隱私\n\n說明。\n",
        },
    )
    assert main(["--jobs", "1"], root) == 0
    folder = root / "site"
    page = (folder / "about" / "index.html").read_text("utf-8")
    links = "".join(f'<a href="../files/all.{end}">{end}</a>' for end in MEDIA_TYPES if end != "html")
    (folder / "about" / "index.html").write_text(page.replace("</main>", f"{links}</main>"), "utf-8")
    (folder / "files").mkdir()
    for end in MEDIA_TYPES:
        (folder / "files" / f"all.{end}").write_bytes(b"text of a file " * 200)
    (folder / "sample" / "113").mkdir()
    (folder / "sample" / "113" / "index.html").write_text("withdrawn, and it says so", "utf-8")
    for name in (".htaccess", ".env", ".git/HEAD", ".well-known/security.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("secret", "utf-8")
    return folder


@pytest.fixture(scope="module", params=["/sub/", "/", "/%E8%A8%88%E7%95%AB/"])
def site(request: pytest.FixtureRequest, built: Path) -> ServedSite:
    """The site under a path, or at the top of its host; pages name the whole address."""
    url = f"https://plans.example{request.param}"
    for page in built.rglob("*.html"):
        text = re.sub(r"https://plans\.example/(sub/|%E8%A8%88%E7%95%AB/)?", url, page.read_text("utf-8"))
        page.write_text(text, "utf-8")
    return ServedSite(url, built.as_posix(), "", None, MOVED, GONE)


def test_servers_know_every_type_that_data_may_bring() -> None:
    given = {*SUFFIXES, *SUPPLEMENT_TYPES, *(kind.rpartition(".")[2] for kind in DocumentKind)}
    assert given - MEDIA_TYPES.keys() == set()
    said = {**SUPPLEMENT_TYPES, **{str(kind): name for kind, name in OF_DOCUMENTS.items() if "." not in kind}}
    assert {end: MEDIA_TYPES[end].name for end in said} == said


@pytest.mark.slow
@KINDS
def test_a_server_answers_as_the_probe_expects(kind: str, site: ServedSite, tmp_path: Path) -> None:
    port = free_port()
    listening = ServedSite(site.url, site.folder, f"127.0.0.1:{port}", None, site.moved, site.gone)
    config = (nginx_server if kind == "nginx" else apache_server)(listening, "a note\nof two lines")
    with running(kind, tmp_path / kind, config, port):
        visit = Probe(f"http://127.0.0.1:{port}{site.sent_path}", site.url, fetcher(), site.moved, site.gone)
        assert visit.visit() == []
        assert visit.asked > 60

        def get(path: str, method: str = "GET") -> Answer:
            return fetcher()(method, visit.base + path, {})

        # What the probe cannot know: every type, exactly; the words of what is withdrawn; what lies below it.
        for end, media in MEDIA_TYPES.items():
            assert get(f"files/all.{end}").first("Content-Type") == media.header
        assert get("sample/113/").body == b"withdrawn, and it says so"
        for path in ("sample/113/files/a.pdf", "shut/", "shut/1/"):
            assert get(path).status == 410
        assert get("old/114/?a=b").first("Location").endswith("/sample/114/?a=b")
        assert get("old").status == 301
        assert get("en/old/114/").first("Location").endswith("/en/sample/114/")
        assert (
            get("old/114/files/old-114-plan.en.pdf")
            .first("Location")
            .endswith("/sample/114/files/sample-114-plan.en.pdf")
        )
        for path in ("old/112", "old/112/files/old-112-plan.en.pdf"):
            assert get(path).first("Location").endswith("/about/")
        assert get(".well-known/security.txt").status == 200
        assert get(".well-known/.env").status == get("files/.env").status == 404
        assert get("", "POST").status in (403, 405)
        assert get("", "HEAD").first("Content-Type") == "text/html; charset=utf-8"
        assert get("old/%0d%0aSet-Cookie:%20a=b").all("Set-Cookie") == ()
        digested = next(Path(site.folder, "assets").glob("planpress-*.css")).name
        assert get(f"assets/{digested}").first("Cache-Control") == KEPT
        for path in ("assets/nothing-00000000.css", "sample", "old/", "sample/113/", "nothing"):
            answer = get(path)
            for name, value in headers("404.html").items():
                assert answer.all(name) == (value,), (path, name)


@pytest.mark.slow
@KINDS
def test_the_part_of_a_site_goes_into_a_server_that_has_headers_of_its_own(
    kind: str, site: ServedSite, tmp_path: Path
) -> None:
    port = free_port()
    part = (nginx_part if kind == "nginx" else apache_part)(site, "a note")
    around = {
        "nginx": f'server {{\nlisten 127.0.0.1:{port};\nadd_header X-Content-Type-Options "nosniff" always;\n{part}}}\n',
        "apache": f"Header set X-Content-Type-Options nosniff\nHeader always set Referrer-Policy origin\n{part}",
    }[kind]
    with running(kind, tmp_path / kind, around, port):
        home = f"http://127.0.0.1:{port}{site.sent_path}"
        assert Probe(home, site.url, fetcher(), site.moved, site.gone).visit() == []


def test_whoever_has_a_certificate_is_sent_to_https() -> None:
    site = ServedSite("https://plans.example/", "/srv/plans", "", Certificate("/etc/ssl/chain.pem", "/etc/ssl/key.pem"))
    nginx, apache = nginx_server(site, ""), apache_server(site, "")
    assert "listen 443 ssl;" in nginx and "return 301 https://plans.example$request_uri;" in nginx
    assert "<VirtualHost *:443>" in apache and 'Redirect permanent "/" "https://plans.example/"' in apache
    other = replace(site, url="https://plans.example:8443/plans/", listen="8443")
    assert "return 301 https://plans.example:8443$request_uri;" in nginx_server(other, "")
    assert 'Redirect permanent "/" "https://plans.example:8443/"' in apache_server(other, "")
    assert re.findall("SSLCertificate.*File .*", apache) == [
        'SSLCertificateFile "/etc/ssl/chain.pem"',
        'SSLCertificateKeyFile "/etc/ssl/key.pem"',
    ]
