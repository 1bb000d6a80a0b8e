from planpress.model import Topic
from planpress.pages.changes.compare import Comparable, compare_page
from tests.markup import every, links, one, page, text, texts
from tests.pages.making import OFFICE, every_language, pages
from tests.projects import ROOT

TOPIC = Topic(id="seats", name="座椅", en="Seats", text="設置座椅。", text_en="Where to sit.", words=("座椅",))
PLANS = (Comparable("sample", 115, 116), Comparable("sample", 114, None))


def made(tag: str = "zh-Hant", topics: tuple[Topic, ...] = (TOPIC,)) -> str:
    return compare_page(pages(tag), PLANS, topics, "assets/compare-1.js", {"sample": OFFICE})


@every_language
def test_every_plan_and_topic_can_be_chosen(tag: str) -> None:
    form = one(page(made(tag)), "form", class_="compare")
    first = one(form, "select", name="a")
    assert [each.get("value") for each in every(first, "option")] == ["", "sample/115", "sample/114"]
    assert [each.get("value") for each in every(one(form, "select", name="topic"), "option")] == ["", "seats"]
    assert (
        text(every(first, "option")[1])
        == {
            "zh-Hant": "示範處115-116年度（2026-2027）",
            "en": "Sample Office, 2026-2027 (ROC year 115-116)",
            "zh-Hans": "示范处115-116年度（2026-2027）",
        }[tag]
    )


def test_the_form_waits_for_its_script_and_the_page_leads_on_without() -> None:
    root = page(made("en"))
    form = one(root, "form", class_="compare")
    assert form.get("hidden") is not None
    assert (form.get("data-root"), form.get("data-pages")) == ("../../", "../")
    assert [each.get("src") for each in every(root, "script")][-1] == "../../assets/compare-1.js"
    assert text(one(one(root, "main"), "noscript")).startswith("Comparing any two plans needs JavaScript.")
    section = next(each for each in every(root, "nav") if each.get("aria-label") == "Other ways to compare")
    assert [href for _, href in links(section)] == ["../topics/", "../browse/offices/"]


def test_a_site_without_topics_leads_to_none() -> None:
    assert [href for _, href in links(page(made(topics=()))) if "topics" in href] == []
    (topic,) = [each for each in every(page(made(topics=())), "div", class_="field") if each.get("hidden") is not None]
    assert one(topic, "select").get("name") == "topic"
    assert (
        text(one(one(page(made("en", topics=())), "main"), "noscript")) == "Comparing any two plans needs JavaScript."
    )


def test_there_is_a_word_for_whatever_the_script_says() -> None:
    script = (ROOT / "theme/site/assets/compare.js").read_text("utf-8")
    names = {part.partition('"')[0] for part in script.split('say("')[1:]}
    known = {each.get("data-name") for each in every(one(page(made()), "template"), "p")}
    assert names == known
    assert "" not in texts(one(page(made()), "template"), "p")


@every_language
def test_where_the_data_have_no_language_of_the_page_it_says_so(tag: str) -> None:
    assert ("并列的文字取自开放资料，为繁体中文。" in made(tag)) == (tag == "zh-Hans")
