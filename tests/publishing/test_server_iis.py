"""web.config has nothing that IIS does not document: an element or attribute that it does not know is a 500.19."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from planpress.model.redirect import Move
from planpress.pages.frame.security import HEADERS
from planpress.publishing.server_iis import compression_commands, iis_config
from planpress.publishing.server_rules import MEDIA_TYPES
from planpress.publishing.server_site import ServedSite

DOCUMENTED = {
    # learn.microsoft.com/iis/configuration/system.webServer: elements with their attributes, and those of URL Rewrite 2.
    "configuration": set(),
    "location": {"path", "overrideMode", "allowOverride", "inheritInChildApplications"},
    "system.webServer": set(),
    "system.webServer/defaultDocument": {"enabled"},
    "system.webServer/defaultDocument/files": set(),
    "system.webServer/defaultDocument/files/clear": set(),
    "system.webServer/defaultDocument/files/add": {"value"},
    "system.webServer/directoryBrowse": {"enabled", "showFlags"},
    "system.webServer/httpErrors": {"errorMode", "existingResponse", "defaultResponseMode", "defaultPath"},
    "system.webServer/httpErrors/remove": {"statusCode", "subStatusCode"},
    "system.webServer/httpErrors/error": {
        "statusCode",
        "subStatusCode",
        "path",
        "prefixLanguageFilePath",
        "responseMode",
    },
    "system.webServer/httpProtocol": {"allowKeepAlive"},
    "system.webServer/httpProtocol/customHeaders": set(),
    "system.webServer/httpProtocol/customHeaders/remove": {"name"},
    "system.webServer/httpProtocol/customHeaders/add": {"name", "value"},
    "system.webServer/staticContent": {"defaultDocFooter", "enableDocFooter", "isDocFooterFileName"},
    "system.webServer/staticContent/clientCache": {
        *("cacheControlMode", "cacheControlMaxAge", "cacheControlCustom", "httpExpires", "setEtag"),
    },
    "system.webServer/staticContent/remove": {"fileExtension"},
    "system.webServer/staticContent/mimeMap": {"fileExtension", "mimeType"},
    "system.webServer/urlCompression": {"doStaticCompression", "doDynamicCompression", "dynamicCompressionBeforeCache"},
    "system.webServer/security": set(),
    "system.webServer/security/requestFiltering": {"allowDoubleEscaping", "allowHighBitCharacters"},
    "system.webServer/security/requestFiltering/fileExtensions": {"allowUnlisted", "applyToWebDAV"},
    "system.webServer/security/requestFiltering/fileExtensions/clear": set(),
    "system.webServer/security/requestFiltering/fileExtensions/add": {"fileExtension", "allowed"},
    "system.webServer/security/requestFiltering/hiddenSegments": {"applyToWebDAV"},
    "system.webServer/security/requestFiltering/hiddenSegments/remove": {"segment"},
    "system.webServer/security/requestFiltering/hiddenSegments/add": {"segment"},
    "system.webServer/security/requestFiltering/verbs": {"allowUnlisted", "applyToWebDAV"},
    "system.webServer/security/requestFiltering/verbs/clear": set(),
    "system.webServer/security/requestFiltering/verbs/add": {"verb", "allowed"},
    "system.webServer/rewrite": set(),
    "system.webServer/rewrite/rules": set(),
    "system.webServer/rewrite/rules/rule": {"name", "enabled", "patternSyntax", "stopProcessing"},
    "system.webServer/rewrite/rules/rule/match": {"url", "ignoreCase", "negate"},
    "system.webServer/rewrite/rules/rule/action": {
        *("type", "url", "redirectType", "appendQueryString", "statusCode", "subStatusCode", "statusReason"),
        "statusDescription",
    },
}
VALUES = {
    "errorMode": {"DetailedLocalOnly", "Custom", "Detailed"},
    "existingResponse": {"Auto", "Replace", "PassThrough"},
    "responseMode": {"File", "ExecuteURL", "Redirect"},
    "cacheControlMode": {"NoControl", "DisableCache", "UseMaxAge", "UseExpires"},
    "redirectType": {"Permanent", "Found", "SeeOther", "Temporary"},
    "type": {"None", "Rewrite", "Redirect", "CustomResponse", "AbortRequest"},
    **{
        name: {"true", "false"}
        for name in ("enabled", "allowed", "allowUnlisted", "stopProcessing", "doStaticCompression")
    },
}
ONCE = ("fileExtension", "segment", "verb", "name", "statusCode")
"""What tells entries of a collection apart: two of the same are a 500.19."""

SITE = ServedSite(
    "https://plans.example/sub/",
    "",
    moved=(Move("old/", "sample/", goes_along=True, stems=("old", "sample")), Move("hand-out", "sample/")),
    gone={"sample/113/": "404.html"},
)


def walk(element: Element, path: str = "") -> None:
    # What stands in a location is what stands in the whole.
    own = element.tag if element.tag in ("configuration", "location", "system.webServer") else f"{path}/{element.tag}"
    assert own in DOCUMENTED
    assert set(element.attrib) <= DOCUMENTED[own], own
    for name, value in element.attrib.items():
        assert value in VALUES.get(name, {value}), (own, name)
    added = [child for child in element if child.tag in ("add", "mimeMap", "error", "rule")]
    keys = [child.get(key) for child in added for key in ONCE if key in child.attrib]
    assert len(keys) == len(set(keys)), own
    for child in element:
        walk(child, own)


@pytest.mark.parametrize("site", [SITE, ServedSite("https://plans.example/", "")])
def test_it_has_what_iis_documents_and_nothing_else(site: ServedSite) -> None:
    text = iis_config(site, "a note -- of & <two>\nlines")
    root = fromstring(text)
    walk(root)
    assert (root.find(".//rewrite") is not None) == bool(site.moved)


def test_it_says_what_the_other_servers_are_told() -> None:
    root = fromstring(iis_config(SITE, ""))
    added = {each.get("name"): each.get("value") for each in root.findall(".//customHeaders/add")}
    assert added == dict(HEADERS)
    types = {each.get("fileExtension"): each.get("mimeType") for each in root.findall(".//mimeMap")}
    assert types == {f".{end}": kind.header for end, kind in MEDIA_TYPES.items()}
    assert {each.get("path") for each in root.findall(".//httpErrors/error")} == {"/sub/404.html"}
    rules = {each[0].get("url"): dict(each[1].attrib) for each in root.findall(".//rule")}
    assert rules["^old(?:/([A-Za-z0-9/._~-]*))?$"]["url"] == "https://plans.example/sub/sample/{R:1}"
    assert rules["^sample/113/"]["statusCode"] == "410"


def test_what_only_the_whole_server_may_set_is_a_command() -> None:
    said = "\n".join(compression_commands())
    texts = {kind.name for kind in MEDIA_TYPES.values() if kind.is_text and not kind.name.startswith("text/")}
    assert texts and all(f"mimeType='{name}'" in said for name in texts)
