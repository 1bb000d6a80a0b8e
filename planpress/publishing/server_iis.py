"""``web.config`` of a site for IIS 10 (learn.microsoft.com/iis/configuration/system.webServer).

URL Rewrite, a module of its own, is asked for only where something was moved or withdrawn.
"""

import re
from typing import Final
from xml.etree.ElementTree import Comment, Element, SubElement, indent, tostring

from planpress.pages.frame.security import HEADERS
from planpress.publishing.server_rules import MEDIA_TYPES, MISSING, rewritings
from planpress.publishing.server_site import ServedSite
from planpress.site.published import OWN

HIDDEN_SEGMENTS: Final = (*sorted(OWN), ".git", ".svn", ".htaccess")
"""Names that IIS answers with 404.8; any other name with a dot in front is refused for its ending, as 404.7."""


def iis_config(site: ServedSite, note: str) -> str:
    """The whole file, which lies in the folder of the site.

    Args:
        site: what is served.
        note: what the web team has to know of the file, without marks of a comment.
    """
    root = Element("configuration")
    root.append(Comment(f"\n{note.replace('--', '—')}\n"))
    server = SubElement(root, "system.webServer")
    documents = SubElement(SubElement(server, "defaultDocument", enabled="true"), "files")
    SubElement(documents, "clear")
    SubElement(documents, "add", value="index.html")
    SubElement(server, "directoryBrowse", enabled="false")
    _errors(server, site)
    _headers(server)
    _types(server)
    SubElement(server, "urlCompression", doStaticCompression="true", doDynamicCompression="false")
    _filtering(server)
    if site.moved or site.gone:
        _rewriting(server, site)
    # Every file of this folder has a digest in its name or in its folder's; search/ has pages too, and is asked for.
    assets = SubElement(SubElement(root, "location", path="assets"), "system.webServer")
    SubElement(
        SubElement(assets, "staticContent"),
        "clientCache",
        cacheControlMode="UseMaxAge",
        cacheControlMaxAge="365.00:00:00",
        cacheControlCustom="public, immutable",
    )
    indent(root, "  ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def compression_commands() -> list[str]:
    """What makes IIS compress the texts that are not ``text/*``: a section that only the whole server may set."""
    section = "appcmd set config -section:system.webServer/httpCompression"
    names = sorted(kind.name for kind in MEDIA_TYPES.values() if kind.is_text and not kind.name.startswith("text/"))
    return [f"{section} /+\"staticTypes.[mimeType='{name}',enabled='true']\" /commit:apphost" for name in names]


def _errors(server: Element, site: ServedSite) -> None:
    errors = SubElement(server, "httpErrors", errorMode="Custom", existingResponse="Auto")
    for status in ("403", "404", "410"):
        SubElement(errors, "remove", statusCode=status, subStatusCode="-1")
        SubElement(
            errors, "error", statusCode=status, subStatusCode="-1", path=site.path + MISSING, responseMode="ExecuteURL"
        )


def _headers(server: Element) -> None:
    headers = SubElement(SubElement(server, "httpProtocol"), "customHeaders")
    SubElement(headers, "remove", name="X-Powered-By")
    for name, value in HEADERS.items():
        SubElement(headers, "remove", name=name)
        SubElement(headers, "add", name=name, value=value)


def _types(server: Element) -> None:
    static = SubElement(server, "staticContent")
    SubElement(static, "clientCache", cacheControlMode="DisableCache")
    for end, kind in MEDIA_TYPES.items():
        SubElement(static, "remove", fileExtension=f".{end}")
        SubElement(static, "mimeMap", fileExtension=f".{end}", mimeType=kind.header)


def _filtering(server: Element) -> None:
    filtering = SubElement(SubElement(server, "security"), "requestFiltering")
    extensions = SubElement(filtering, "fileExtensions", allowUnlisted="false")
    SubElement(extensions, "clear")
    for end in ("", *MEDIA_TYPES):
        SubElement(extensions, "add", fileExtension=f".{end}", allowed="true")
    segments = SubElement(filtering, "hiddenSegments")
    for name in HIDDEN_SEGMENTS:
        SubElement(segments, "remove", segment=name)
        SubElement(segments, "add", segment=name)
    verbs = SubElement(filtering, "verbs", allowUnlisted="false")
    SubElement(verbs, "clear")
    for verb in ("GET", "HEAD"):
        SubElement(verbs, "add", verb=verb, allowed="true")


def _rewriting(server: Element, site: ServedSite) -> None:
    rules = SubElement(SubElement(server, "rewrite"), "rules")
    for rewriting in rewritings(site.moved):
        rule = SubElement(rules, "rule", name=f"301 {rewriting.pattern}", stopProcessing="true")
        SubElement(rule, "match", url=f"^{rewriting.pattern}$")
        url = re.sub(r"\$([12])", r"{R:\1}", f"{site.url}{rewriting.new}")
        SubElement(rule, "action", type="Redirect", url=url, redirectType="Permanent")
    for gone in sorted(site.gone):
        rule = SubElement(rules, "rule", name=f"410 {gone}", stopProcessing="true")
        SubElement(rule, "match", url=f"^{re.escape(gone)}{'' if gone.endswith('/') else '$'}")
        SubElement(rule, "action", type="CustomResponse", statusCode="410", statusReason="Gone")
