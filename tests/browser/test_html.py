"""The Nu HTML checker on every page of the site."""

import json
import subprocess
from collections import Counter

import pytest

from tests.browser.conftest import Site, npm_file
from tests.programs import java

pytestmark = [pytest.mark.java, pytest.mark.slow]


def test_nu_finds_nothing(site: Site) -> None:
    checker = npm_file("vnu-jar/build/dist/vnu.jar")
    command = [*java(), "-jar", str(checker), "--format", "json", "--skip-non-html", str(site.folder)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    # Nu reads files, to which 'self' in the policy is no origin; the browser tests hold the policy.
    messages = [each for each in json.loads(output)["messages"] if "Content Security Policy" not in each["message"]]
    found = Counter(f"{each['type']} {each['message']}" for each in messages)
    print(f"Nu: {sum(each['type'] == 'error' for each in messages)} errors, {len(messages)} messages")
    assert not found, json.dumps(found, ensure_ascii=False, indent=1)
