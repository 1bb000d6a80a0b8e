"""The configuration of Apache httpd 2.4 for a site (httpd.apache.org/docs/2.4: core, alias, headers, deflate, mime)."""

import re
from collections.abc import Iterator
from textwrap import indent

from planpress.publishing.server_rules import DIGESTED, HIDDEN, MEDIA_TYPES, MISSING, headers, rewritings
from planpress.publishing.server_site import ServedSite


def apache_server(site: ServedSite, note: str) -> str:
    """A whole virtual host.

    Args:
        site: what it serves.
        note: what the web team has to know of the file, without marks of a comment.
    """
    place = site.listen or ("443" if site.certificate else "80")
    lines = [
        *_comment(note),
        f"<VirtualHost {place if ':' in place else f'*:{place}'}>",
        *_inside(_host(site)),
        "",
        *_inside(_site(site)),
        "</VirtualHost>",
    ]
    if site.certificate:
        to_tls = iter((f"ServerName {site.host}", f'Redirect permanent "/" "{site.origin}/"'))
        lines += ["", "<VirtualHost *:80>", *_inside(to_tls), "</VirtualHost>"]
    return "\n".join(lines) + "\n"


def apache_part(site: ServedSite, note: str) -> str:
    """What belongs into the virtual host that is there already."""
    return "\n".join([*_comment(note), *_site(site)]) + "\n"


def _comment(note: str) -> list[str]:
    return [f"# {line}".rstrip() for line in note.splitlines()]


def _inside(lines: Iterator[str]) -> list[str]:
    return indent("\n".join(lines), "    ").splitlines()


def _host(site: ServedSite) -> Iterator[str]:
    # With its scheme, for the address of a folder without its slash: TLS may end before this server.
    yield f"ServerName {site.origin}"
    yield "UseCanonicalName On"
    yield "ServerSignature Off"
    yield "TraceEnable Off"
    if site.certificate:
        yield "SSLEngine on"
        yield "SSLProtocol -all +TLSv1.2 +TLSv1.3"
        yield f'SSLCertificateFile "{site.certificate.chain}"'
        yield f'SSLCertificateKeyFile "{site.certificate.key}"'


def _site(site: ServedSite) -> Iterator[str]:
    path, pattern = site.path, re.escape(site.path)
    home = site.origin + path  # not encoded: RedirectMatch does that
    for rule in rewritings(site.moved):
        yield f'RedirectMatch 301 "^{pattern}{rule.pattern}$" "{home}{rule.new}"'
    for gone, page in sorted(site.gone.items()):
        below = "" if gone.endswith("/") else "$"
        own = f"(?!{re.escape(page.removeprefix(gone))}$)" if page.startswith(gone) else ""
        yield f'RedirectMatch 410 "^{pattern}{re.escape(gone)}{own}{below}"'
    yield f'RedirectMatch 404 "^{pattern}{HIDDEN}"'
    if path != "/":
        yield f'RedirectMatch 301 "^{pattern[:-1]}$" "{home}"'
    yield f'Alias "{path}" "{site.root}"'
    yield f'<Directory "{site.root}">'
    yield "    Options FollowSymLinks"
    yield "    AllowOverride None"
    yield "    Require method GET HEAD"
    yield "    DirectoryIndex index.html"
    yield "</Directory>"
    yield f'<Location "{path.rstrip("/") or "/"}">'
    yield from _inside(_location(path))
    yield "</Location>"
    yield f'<LocationMatch "^{pattern}{DIGESTED}">'
    yield f'    Header always set Cache-Control "{headers("assets/any-00000000.js")["Cache-Control"]}"'
    yield "</LocationMatch>"
    for gone, page in sorted(site.gone.items()):
        if page != MISSING:
            yield f'<Location "{path}{gone}">'
            yield f'    ErrorDocument 410 "{path}{page}"'
            yield "</Location>"


def _location(path: str) -> Iterator[str]:
    for status in (403, 404, 410):
        yield f"ErrorDocument {status} {path}{MISSING}"
    yield "FileETag MTime Size"
    yield "RemoveType .gz .Z .tgz"
    for end, kind in MEDIA_TYPES.items():
        yield f"AddType {kind.name} .{end}"
    charset = sorted(end for end, kind in MEDIA_TYPES.items() if kind.has_charset)
    yield f"AddCharset utf-8 {' '.join(f'.{end}' for end in charset)}"
    yield f"AddOutputFilterByType DEFLATE {' '.join(sorted({k.name for k in MEDIA_TYPES.values() if k.is_text}))}"
    # mod_deflate marks an ETag and does not know it again: no compressed answer would ever be found unchanged.
    yield r'''RequestHeader edit If-None-Match "^(.*)-gzip\"$" "$1\""'''
    for name, value in headers(MISSING).items():
        # What the rest of the server sets stands in another table, and would be a second header.
        yield f"Header onsuccess unset {name}"
        yield f'Header always set {name} "{value}"'
