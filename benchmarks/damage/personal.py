"""Identifiers of people who do not exist, in all that becomes public."""

import re
from random import Random
from typing import Final

import yaml

from benchmarks.damage import Damage, Files, below
from benchmarks.damage.structure import holder, places

_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
CODES: Final = frozenset({"E505", "W502", "W503"})


def damage(random: Random, files: Files) -> Damage:
    """One identifier in one public text."""
    sort = random.choice((identity, mobile, mailbox))
    text = sort(random)
    sentence = random.choice(("請洽{}", "（{}）", "。{}。", "聯絡人：{}，謝謝", " {}")).format(text)
    place = random.choice((in_plan, in_page, in_front_matter, in_translation, in_words, in_settings))
    path, content = place(random, files, sentence)
    about = f"{sort.__name__} {place.__name__}"
    return Damage(f"{path}: {sentence}", {path: content}, refused=frozenset({path}), codes=CODES, about=about)


def identity(random: Random) -> str:
    """A 身分證字號 or 居留證 whose checksum is right."""
    letter, second = random.choice(_LETTERS), random.choice("1289ABCD")
    code = _LETTERS.index(letter) + 10
    digits = [code // 10, code % 10, (_LETTERS.index(second) + 10) % 10 if second.isalpha() else int(second)]
    digits += [random.randrange(10) for _ in range(7)]
    check = -sum(digit * weight for digit, weight in zip(digits, (1, 9, 8, 7, 6, 5, 4, 3, 2, 1), strict=True)) % 10
    plain = letter + second + "".join(map(str, digits[3:])) + str(check)
    return random.choice((plain, plain.lower(), wide(plain)))


def mobile(random: Random) -> str:
    """A mobile number in one of the spellings that people use."""
    first, second, third = (
        "09" + f"{random.randrange(100):02}",
        f"{random.randrange(1000):03}",
        f"{random.randrange(1000):03}",
    )
    between = random.choice(("", "-", " ", "－", "\u2011", "\u2010", "\u2013", "\u3000", "\u00a0", "."))
    plain = random.choice((f"{first}{between}{second}{between}{third}", f"{first}{between}{second}{third}"))
    plain = random.choice((plain, plain, f"+886{between}{plain[1:]}", f"+886-{plain[1:]}"))
    return random.choice((plain, plain, plain + ".", wide(plain)))


def mailbox(random: Random) -> str:
    """A private mailbox."""
    plain = f"wang.{random.randrange(1000)}@{random.choice(('gmail.com', 'yahoo.com.tw', 'hotmail.com', 'ms1.hinet.net', 'icloud.com', 'Outlook.com'))}"
    return random.choice((plain, plain, wide(plain)))


def wide(text: str) -> str:
    """The same in full-width characters."""
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


def in_plan(random: Random, files: Files, text: str) -> tuple[str, bytes]:
    """In a plan, an office, the organisations or the topics: where readers see it."""
    path = random.choice([*below(files, "offices/", ".yml"), "content/topics.yml"])
    data = yaml.load(files[path], yaml.BaseLoader)
    seen = ("do", "say", "item", "h1", "h2", "text", "title", "heading", "name", "en", "text_en")
    place = random.choice([place for place in places(data) if place[-1] in seen])
    home = holder(data, place)
    home[place[-1]] = f"{home[place[-1]]}{text}"
    return path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def in_page(random: Random, files: Files, text: str) -> tuple[str, bytes]:
    path = random.choice([*below(files, "content/zh-Hant/", ".md"), *below(files, "content/en/", ".md")])
    piece = random.choice(
        ("\n{}\n", "\n- {}\n", "\n## {}\n", "\n|a|\n|---|\n|{}|\n", "\n**{}**\n", "\n[{}](about.md)\n")
    ).format(text)
    return path, files[path] + piece.encode()


def in_front_matter(random: Random, files: Files, text: str) -> tuple[str, bytes]:
    path = random.choice(below(files, "content/zh-Hant/", ".md"))
    return path, re.sub(
        rb"(?m)^(title|description): .*$",
        lambda line: line[0] + text.encode(),
        files[path],
        count=random.choice((1, 2)),
    )


def in_translation(random: Random, files: Files, text: str) -> tuple[str, bytes]:
    path = random.choice(below(files, "content/locales/", ".po"))
    entries = list(re.finditer(rb'(?m)^msgstr "([^"\\]+)"$', files[path]))
    chosen = random.choice(entries)
    return path, files[path][: chosen.end() - 1] + text.encode() + files[path][chosen.end() - 1 :]


def in_words(random: Random, files: Files, text: str) -> tuple[str, bytes]:
    path = "content/locales/zh-Hans.txt"
    return path, files[path].rstrip(b"\n") + f"\n服務\t{text}\n".encode()


def in_settings(random: Random, files: Files, text: str) -> tuple[str, bytes]:
    path = "mkdocs.yml"
    data = yaml.safe_load(files[path])
    home, name = random.choice(
        ((data, "site_name"), (data["extra"]["site_name"], "en"), (data["extra"]["description"], "zh-Hant"))
    )
    home[name] = f"{home[name]}{text}"
    return path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
