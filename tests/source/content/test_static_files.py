"""What of content/static/ is published, and what is not."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.cli.commands import main
from planpress.site_checks import check_site
from planpress.source.content.security_txt import security_txt_problems
from planpress.source.content.static_files import STATIC, StaticFiles, read_static
from tests.projects import MKDOCS, project

URL = "https://plans.example/"
TODAY = date(2025, 6, 1)
PROOF = "google0123456789abcdef.html"
SECURITY = "Contact: mailto:security@plans.example\nExpires: 2026-05-31T23:59:59+08:00\n"
GOOD = {
    "CNAME": b"plans.example\n",
    "robots.txt": b"User-agent: Bot\nDisallow: /search/ # costly\n",
    "favicon.ico": b"\x00\x00\x01\x00\x01",
    PROOF: f"google-site-verification: {PROOF}".encode(),
    "BingSiteAuth.xml": b'<?xml version="1.0"?>\n<users>\n\t<user>0123456789ABCDEF0123456789ABCDEF</user>\n</users>',
    ".well-known/security.txt": SECURITY.encode(),
    "notes.txt": "說明".encode(),
    "table.csv": "\ufeff甲,乙\r\n".encode(),
}


def read(root: Path, given: dict[str, bytes], url: str = URL) -> tuple[StaticFiles, list[tuple[str, str]]]:
    for name, content in given.items():
        file = root / STATIC / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    found, problems = read_static(root, url, TODAY)
    return found, [(each.code, each.place.file.removeprefix(f"{STATIC}/")) for each in problems]


def test_what_is_on_the_list_is_published_at_its_place(tmp_path: Path) -> None:
    found, problems = read(tmp_path, GOOD)
    assert problems == []
    named = [name for name in GOOD if name not in ("robots.txt", "notes.txt", "table.csv")]
    assert sorted(found.contents) == sorted([*named, "static/notes.txt", "static/table.csv"])
    assert found.robots == "User-agent: Bot\nDisallow: /search/ # costly"


def test_without_the_folder_there_is_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, {}) == (StaticFiles(), [])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("page.html", b"<p>", "E470"),
        ("google.html", b"google-site-verification: google.html", "E470"),
        ("script.js", b"", "E470"),
        ("picture.svg", b"<svg/>", "E470"),
        (".htaccess", b"", "E470"),
        (".git/config", b"", "E470"),
        (".well-known/acme/x", b"", "E470"),
        ("a folder/notes.txt", b"", "E470"),
        ("folder/notes.txt", b"", "E470"),
        ("說明.txt", b"", "E470"),
        (PROOF, b"<script>alert(1)</script>", "E471"),
        (PROOF, b"google-site-verification: googlefedcba9876543210.html", "E471"),
        ("CNAME", b"other.example", "E471"),
        ("robots.txt", b"<html>", "E471"),
        ("favicon.ico", b"<svg/>", "E471"),
        ("BingSiteAuth.xml", b"<users><user>x</user></users>", "E471"),
        ("notes.txt", "說明".encode("big5"), "E471"),
        ("notes.txt", b"a\x00b", "E471"),
        ("notes.txt", b"a" * 200_000, "E301"),
        ("report.pdf", b"<html>", "E471"),
        ("picture.png", b"<svg/>", "E123"),
    ],
)
def test_anything_else_is_told_and_not_published(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    found, problems = read(tmp_path, {name: content})
    assert found.contents == {} and found.robots == ""
    assert [code for code, _ in problems] == [code]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / STATIC).mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / STATIC / "notes.txt").symlink_to(tmp_path / "secret.txt")
    assert read_static(tmp_path, URL, TODAY)[0].contents == {}


def test_what_works_at_the_top_of_a_host_alone_is_told_below_it(tmp_path: Path) -> None:
    found, problems = read(tmp_path, GOOD, "https://plans.example/sub/")
    assert [code for code, _ in problems] == ["W471"] * 3
    assert "CNAME" in found.contents


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("Contact: mailto:", "Contact: ", ["1 E472"]),
        ("Contact: mailto:", "Contact: http://", ["1 E472"]),
        ("Contact: mailto:security@plans.example\n", "", ["0 E473"]),
        ("Expires: 2026-05-31T23:59:59+08:00\n", "", ["0 E473"]),
        ("Expires: ", "Expires: 2026-01-01T00:00:00Z\nExpires: ", ["0 E473"]),
        ("+08:00", "", ["2 E472"]),
        ("2026-05-31T23:59:59+08:00", "tomorrow", ["2 E472"]),
        ("2026", "2025", ["2 W470"]),
        ("2026-05-31T23:59:59+08:00", "2025-06-30T23:59:59+08:00", ["2 W470"]),
        ("2026-05-31T23:59:59+08:00", "2025-07-01T23:59:59+08:00", []),
        ("Contact", "# a note\n\nPolicy: https://plans.example/policy\nContact", []),
        ("Contact", "<html>\nContact", ["1 E472"]),
    ],
)
def test_a_security_txt_is_as_rfc_9116_has_it(old: str, new: str, expected: list[str]) -> None:
    problems = security_txt_problems("security.txt", SECURITY.replace(old, new) if old else SECURITY, TODAY)
    assert [f"{each.place.line} {each.code}" for each in problems] == expected


def test_a_signed_one_is_read_where_it_is_signed() -> None:
    signed = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{SECURITY}-----BEGIN PGP SIGNATURE-----\n\niQ==\n"
    assert security_txt_problems("security.txt", signed, TODAY) == []


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    for problem in security_txt_problems("security.txt", text, TODAY):
        assert problem.code in ("E472", "E473", "W470")


@pytest.mark.slow
def test_the_site_has_them_and_its_checks_know_them(tmp_path: Path) -> None:
    pages = {
        f"content/{language}/{name}.md": f"# {title}\n\n{title}\n"
        for name, *titles in (("accessibility", "無障礙", "Accessibility"), ("privacy", "隱私權", "Privacy"))
        for language, title in zip(("zh-Hant", "en"), titles, strict=True)
    }
    root = project(tmp_path, {**pages, "mkdocs.yml": MKDOCS.replace("/sub/", "/")})
    read(root, {**GOOD, ".well-known/security.txt": SECURITY.replace("2026", "2999").encode()})
    assert main(["--jobs", "1"], root) == 0
    assert (root / "site" / PROOF).read_bytes() == GOOD[PROOF]
    assert "Sitemap: https://plans.example/sitemap.xml\n\nUser-agent: Bot" in (root / "site/robots.txt").read_text()
    assert check_site(root / "site", URL) == []
