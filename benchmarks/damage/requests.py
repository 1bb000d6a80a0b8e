"""Requests to a preview that no browser would send."""

from random import Random
from typing import Final

from benchmarks.damage import Damage, Files, shown


def damage(random: Random, files: Files) -> Damage:
    """Bytes for one connection."""
    if random.random() < 0.15:
        request = random.randbytes(random.choice((0, 1, 10, 1000, 70_000)))
        return Damage(f"request {shown(request)}", {}, request=request)
    method = random.choice(
        (b"GET", b"GET", b"HEAD", b"POST", b"PUT", b"OPTIONS", b"BREW", b"get", b"G" * 9999, b"\xff", b"")
    )
    target, version = (
        random.choice(TARGETS),
        random.choice((b"HTTP/1.1", b"HTTP/1.1", b"HTTP/1.0", b"HTTP/0.9", b"HTTP/9.9", b"HTTP/x", b"", b"HTTP/1.1 x")),
    )
    headers = [
        random.choice(
            (
                b"Host: 127.0.0.1",
                b"Host: localhost",
                b"Host: evil.example",
                b"",
                b"Host: [",
                b"Host:",
                b"Host: \xff",
                b"Host: a:b:c",
            )
        )
    ]
    headers += random.choices(HEADERS, k=random.choice((0, 1, 3)))
    end = random.choice((b"\r\n", b"\r\n", b"\n", b"\r"))
    request = end.join([b" ".join([method, target, version]), *headers, b"", b""])
    if random.random() < 0.15:
        request = request[: random.randrange(len(request) + 1)]
    return Damage(f"request {shown(request, 80)}", {}, request=request)


TARGETS: Final = (
    b"/", b"/demo-01/114/", b"/demo-01", b"/nothing", b"/" + b"a" * 5000, b"/" + b"a" * 70_000, b"/" + b"a/" * 2000, b"http://[", b"http://[/", b"//[",
    b"http://evil.example/", b"*", b"", b"?", b"#", b"/../../../../etc/passwd", b"/%2e%2e/%2e%2e/etc/passwd", b"/..%2f..%2foutside/secret.md", b"/%00", b"/%",
    b"/%zz", b"/%ff%fe", b"/\xff\xfe", b"/\x00", b"/a\rb", b"/__preview__/", b"/__preview__/state?version=x", b"/__preview__/state?version=%00",
    b"/__preview__/state?" + b"a=b&" * 3000, b"/__preview__/reload.js", b"/__preview__/../index.html", b"/index.html/", b"/index.html/x", b"/assets", b"/assets/",
    b"\\..\\..\\x", b"/\\..\\x", b"/;x", b"///", b"//evil.example/%2f..", b"/en?x#y", b"/search/?q=" + b"%E9%9B%BB" * 1000, b"javascript:alert(1)", b"/.git/config",
    b"/.cache/site/index.json",
)  # fmt: skip
HEADERS: Final = (
    b"Range: bytes=0-", b"Range: bytes=9999999999999999999-", b"If-Modified-Since: x", b"If-Modified-Since: Mon, 01 Jan 99999 00:00:00 GMT", b"Content-Length: 5",
    b"Content-Length: -1", b"Content-Length: x", b"Content-Length: 99999999999999999999", b"Transfer-Encoding: chunked", b"Connection: keep-alive", b"Expect: 100-continue",
    b"X: " + b"a" * 70_000, b": x", b"x", b" folded", b"\xff: \xff", b"Upgrade: websocket", b"If-None-Match: *", b"Origin: https://evil.example", b"Cookie: " + b"a" * 9000,
    b"\r\nX: y", *(b"X%d: y" % n for n in range(3)), b"If-Modified-Since: Mon, 99 Jan 2020 99:99:99 GMT", b"\r\n".join(b"H%d: x" % n for n in range(200)),
)  # fmt: skip
