"""The configuration of nginx for a site (nginx.org/en/docs: core, headers, gzip and charset modules)."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from textwrap import indent

from planpress.publishing.server_rules import DIGESTED, HIDDEN, MEDIA_TYPES, MISSING, SMALLEST, headers, rewritings
from planpress.publishing.server_site import ServedSite


def nginx_server(site: ServedSite, note: str) -> str:
    """A whole server.

    Args:
        site: what it serves.
        note: what the web team has to know of the file, without marks of a comment.
    """
    lines = [*_comment(note), "server {", *_inside(_listen(site)), "", *_inside(_site(site)), "}"]
    if site.certificate:
        lines += ["", "server {", *_inside(_to_tls(site)), "}"]
    return "\n".join(lines) + "\n"


def nginx_part(site: ServedSite, note: str) -> str:
    """What belongs into the server that the host has already."""
    return "\n".join([*_comment(note), *_site(site)]) + "\n"


def _comment(note: str) -> list[str]:
    return [f"# {line}".rstrip() for line in note.splitlines()]


def _inside(lines: Iterator[str]) -> list[str]:
    return indent("\n".join(lines), "    ").splitlines()


def _listen(site: ServedSite) -> Iterator[str]:
    secure = " ssl" if site.certificate else ""
    yield f"listen {site.listen or (443 if secure else 80)}{secure};"
    yield f"server_name {site.host};"
    yield "server_tokens off;"
    if site.certificate:
        yield f'ssl_certificate "{site.certificate.chain}";'
        yield f'ssl_certificate_key "{site.certificate.key}";'
        yield "ssl_protocols TLSv1.2 TLSv1.3;"


def _to_tls(site: ServedSite) -> Iterator[str]:
    yield "listen 80;"
    yield f"server_name {site.host};"
    yield "server_tokens off;"
    yield f"return 301 {site.origin}$request_uri;"


def _site(site: ServedSite) -> Iterator[str]:
    path = site.path
    if path != "/":
        yield f'location = "{path[:-1]}" {{'
        yield "    absolute_redirect off;"
        yield from _inside(_headers(headers(MISSING)))
        yield f'    return 301 "{site.sent_path}";'
        yield from ("}", "")
    yield f'location ^~ "{path}" {{'
    yield from _inside(_location(site))
    yield "}"


def _location(site: ServedSite) -> Iterator[str]:
    path = site.path
    yield f'alias "{site.root}";'
    yield "index index.html;"
    yield "autoindex off;"
    yield "absolute_redirect off;"
    yield f'error_page 403 =404 "{path}{MISSING}";'
    yield f'error_page 404 410 "{path}{MISSING}";'
    yield ""
    yield "default_type application/octet-stream;"
    yield "types {"
    by_name = sorted((kind.name, end) for end, kind in MEDIA_TYPES.items())
    for name, pairs in groupby(by_name, key=lambda pair: pair[0]):
        yield f"    {name} {' '.join(end for _, end in pairs)};"
    yield "}"
    # nginx adds text/html to both lists by itself.
    with_charset = {kind.name for kind in MEDIA_TYPES.values() if kind.has_charset} - {"text/html"}
    texts = {kind.name for kind in MEDIA_TYPES.values() if kind.is_text} - {"text/html"}
    yield "charset utf-8;"
    yield f"charset_types {' '.join(sorted(with_charset))};"
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_proxied any;"
    yield f"gzip_min_length {SMALLEST};"
    yield f"gzip_types {' '.join(sorted(texts))};"
    yield ""
    yield from _headers(headers(MISSING))
    yield from ("", f'location ~ "^{re.escape(path)}{HIDDEN}" {{', "    return 404;", "}")
    yield from ("", f'location ~ "^{re.escape(path)}{DIGESTED}" {{')
    yield from _inside(_headers(headers("assets/any-00000000.js")))
    yield "}"
    for rule in rewritings(site.moved):
        yield from ("", f'location ~ "^{re.escape(path)}{rule.pattern}$" {{')
        yield f'    return 301 "{site.sent_path}{rule.new}$is_args$args";'
        yield "}"
    for gone, page in sorted(site.gone.items()):
        yield from ("", *_gone(path, gone, page))


def _headers(values: Mapping[str, str]) -> Iterator[str]:
    """All of them wherever there is one: nginx takes over none from outside then."""
    for name, value in values.items():
        yield f'add_header {name} "{value}" always;'


def _gone(path: str, gone: str, page: str) -> Iterator[str]:
    yield f'location {"^~" if gone.endswith("/") else "="} "{path}{gone}" {{'
    yield f'    error_page 410 "{path}{page}";'
    yield "    return 410;"
    if page.startswith(gone):
        yield f'    location = "{path}{page}" {{'
        yield "        internal;"
        yield "    }"
    yield "}"
