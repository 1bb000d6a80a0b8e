"""An address belongs to its row for ever, whatever happens to the others."""

import random
import textwrap
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.source.plans.shaping import as_shape
from planpress.source.row_addresses.address_file import RowAddress, RowState, parse, written
from planpress.source.row_addresses.ids import Addressed, Changes, addressed
from planpress.source.shapes.plan_shapes import PlanFile
from planpress.source.text.source_text import SourceText
from planpress.source.text.yaml_text import parse as parse_yaml
from tests.cases import examples

HEAD = """\
title: 示範區營業處114年度服務計畫
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、具體作法
    rows:
"""

BEFORE = """
- h1: 一、基礎服務
- h2: (一) 服務一致
- do: 1. 提供多元化的繳費措施。
- item: 甲. 推廣行動支付。
- item: 乙. 推廣電子帳單。
- do: 2. 辦理櫃檯人員訓練。
- h2: (二) 優化電費查詢
- do: 1. 台灣電力 APP 提供用電資訊。
- do: 2. 協助用戶查詢歷年電費。
- h1: 二、服務遞送
- do: 定期檢討服務流程。
"""


def rows(text: str, known: Sequence[RowAddress] = (), status: str = "published") -> Addressed:
    """The rows of a plan with one section."""
    plan = f"status: {status}\n" + HEAD + textwrap.indent(textwrap.dedent(text).strip("\n"), " " * 6) + "\n"
    document, problems = parse_yaml("plan.yml", plan.encode())
    assert document is not None, problems
    file, problems = as_shape(document, PlanFile)
    assert file is not None, problems
    return addressed(file, known)


def ids(found: Addressed) -> dict[str, str]:
    """Ids by the words of their rows."""
    return {node.text: node.id for section in found.sections for node in section.walk()}


def known() -> tuple[RowAddress, ...]:
    return rows(BEFORE).addresses


def test_without_a_file_a_row_is_called_by_its_place() -> None:
    assert ids(rows(BEFORE)) == {
        "基礎服務": "g-1",
        "服務一致": "g-1-1",
        "提供多元化的繳費措施。": "m-1-1-1",
        "推廣行動支付。": "m-1-1-1-i1",
        "推廣電子帳單。": "m-1-1-1-i2",
        "辦理櫃檯人員訓練。": "m-1-1-2",
        "優化電費查詢": "g-1-2",
        "台灣電力 APP 提供用電資訊。": "m-1-2-1",
        "協助用戶查詢歷年電費。": "m-1-2-2",
        "服務遞送": "g-2",
        "定期檢討服務流程。": "m-2-1",
    }


def test_a_file_that_is_up_to_date_changes_nothing() -> None:
    again = rows(BEFORE, known())
    assert again.addresses == known()
    assert again.changes == Changes()
    assert again.questions == () and again.removed == ()


def test_a_heading_with_a_measure_before_others_takes_numbers_that_nobody_had() -> None:
    after = rows(
        BEFORE.replace("- h2: (二) 優化", "- h2: (二) 新的策略\n- do: 1. 新的作法。\n- h2: (三) 優化"), known()
    )
    before = ids(rows(BEFORE))
    assert {text: id_ for text, id_ in ids(after).items() if text in before} == before
    assert (ids(after)["新的策略"], ids(after)["新的作法。"]) == ("g-1-3", "m-1-3-1")
    assert after.changes == Changes(new=2)


def test_shuffled_reworded_inserted_and_deleted_in_one_commit() -> None:
    after = rows(
        """
        - h1: 一、服務遞送
        - do: 定期檢討服務流程。
        - h1: 二、基礎服務
        - h2: (一) 優化電費查詢及繳費
        - do: 1. 協助用戶查詢歷年電費。
        - do: 2. 設置夜間諮詢窗口。
        - do: 3. 台灣電力 APP 提供用電及停電資訊。
        - h2: (二) 服務一致
        - do: 1. 提供多元化的繳費措施。
        - item: 甲. 推廣電子帳單。
        - item: 乙. 推廣行動支付。
        """,
        known(),
    )
    assert ids(after) == {
        "服務遞送": "g-2",
        "定期檢討服務流程。": "m-2-1",
        "基礎服務": "g-1",
        "優化電費查詢及繳費": "g-1-2",
        "協助用戶查詢歷年電費。": "m-1-2-2",
        "設置夜間諮詢窗口。": "m-1-2-3",
        "台灣電力 APP 提供用電及停電資訊。": "m-1-2-1",
        "服務一致": "g-1-1",
        "提供多元化的繳費措施。": "m-1-1-1",
        "推廣電子帳單。": "m-1-1-1-i2",
        "推廣行動支付。": "m-1-1-1-i1",
    }
    assert [(address.id, address.text) for address in after.removed] == [("m-1-1-2", "辦理櫃檯人員訓練。")]
    assert after.changes == Changes(new=1, reworded=2, moved=0, removed=1)
    assert after.questions == ()


def test_a_row_that_moves_takes_its_address_along() -> None:
    text = BEFORE.replace("- do: 2. 辦理櫃檯人員訓練。\n", "") + "- do: 2. 辦理櫃檯人員訓練。\n"
    after = rows(text, known())
    assert ids(after)["辦理櫃檯人員訓練。"] == "m-1-1-2"
    assert after.changes == Changes(moved=1)


def test_a_measure_that_becomes_an_item_keeps_its_address() -> None:
    after = rows(BEFORE.replace("- do: 2. 協助用戶", "- item: 甲. 協助用戶"), known())
    assert ids(after)["協助用戶查詢歷年電費。"] == "m-1-2-2"


def test_the_printed_number_blanks_and_widths_do_not_matter() -> None:
    after = rows(BEFORE.replace("- do: 1. 台灣電力 APP 提供", "- do: 3. 台灣電力ＡＰＰ提供"), known())
    assert ids(after)["台灣電力ＡＰＰ提供用電資訊。"] == "m-1-2-1"
    assert after.changes == Changes()


def test_a_heading_worded_quite_otherwise_is_known_by_what_stands_under_it() -> None:
    after = rows(BEFORE.replace("(二) 優化電費查詢", "(二) 便民"), known())
    assert ids(after)["便民"] == "g-1-2"
    assert after.changes == Changes(reworded=1)


def test_a_row_that_is_another_is_new_and_the_old_address_stays_with_what_is_gone() -> None:
    after = rows(BEFORE.replace("辦理櫃檯人員訓練。", "裝設自動門。"), known())
    assert ids(after)["裝設自動門。"] == "m-1-1-3"
    assert [address.id for address in after.removed] == ["m-1-1-2"]


def test_a_number_that_was_removed_is_not_given_again() -> None:
    without = rows(BEFORE.replace("- do: 2. 協助用戶查詢歷年電費。\n", ""), known())
    after = rows(BEFORE.replace("協助用戶查詢歷年電費。", "設置愛心鈴。"), without.addresses)
    assert ids(after)["設置愛心鈴。"] == "m-1-2-3"


def test_a_row_that_comes_back_has_its_address_again() -> None:
    without = rows(BEFORE.replace("- do: 2. 協助用戶查詢歷年電費。\n", ""), known())
    assert rows(BEFORE, without.addresses).addresses == known()


def test_nobody_has_seen_a_draft() -> None:
    text = BEFORE.replace("- do: 2. 協助用戶查詢歷年電費。\n", "")
    draft = rows(BEFORE, status="draft").addresses
    assert rows(text, draft, "draft").removed == () == rows(text, draft).removed
    published = rows(BEFORE, draft)
    assert published.changes == Changes(new=12)
    assert [address.id for address in rows(text, published.addresses, "draft").removed] == ["m-1-2-2"]


TWICE = BEFORE.replace("- h2: (二)", "- do: 3. 辦理櫃檯人員訓練。\n- h2: (二)")


def test_which_of_two_equal_rows_is_gone_is_asked() -> None:
    (question,) = rows(BEFORE, rows(TWICE).addresses).questions
    assert question.path == ("sections", 0, "rows", 5, "do")
    assert question.ids == ("m-1-1-2", "m-1-1-3")


def test_which_of_two_equal_rows_was_there_is_asked_until_an_id_says_it() -> None:
    after = rows(TWICE, known())
    assert [(question.path[3], question.ids) for question in after.questions] == [(5, ("m-1-1-2",)), (6, ("m-1-1-2",))]
    told = rows(TWICE.replace("3. 辦理櫃檯人員訓練。", "3. 辦理櫃檯人員訓練。\n  id: m-1-1-2"), known())
    assert told.questions == ()
    assert [node.id for node in told.sections[0].walk() if node.text == "辦理櫃檯人員訓練。"] == ["m-1-1-3", "m-1-1-2"]


def test_a_copy_under_another_heading_is_new_and_needs_no_word() -> None:
    after = rows(BEFORE + "- do: 辦理櫃檯人員訓練。", known())
    assert (after.questions, after.notices) == ((), ())
    assert [node.id for node in after.sections[0].walk() if node.text == "辦理櫃檯人員訓練。"] == ["m-1-1-2", "m-2-2"]


def test_items_tell_which_of_two_equal_measures_was_there() -> None:
    after = rows(BEFORE.replace("- do: 2. 辦理", "- do: 2. 提供多元化的繳費措施。\n- do: 3. 辦理"), known())
    assert after.questions == ()
    assert [node.id for node in after.sections[0].walk() if node.text == "提供多元化的繳費措施。"] == [
        "m-1-1-1",
        "m-1-1-3",
    ]


def test_as_many_equal_rows_as_there_were_are_no_question() -> None:
    assert rows(TWICE, rows(TWICE).addresses).changes == Changes()


def test_which_of_two_rows_nearly_as_alike_is_the_reworded_one_is_asked() -> None:
    text = BEFORE.replace(
        "- do: 2. 辦理櫃檯人員訓練。", "- do: 2. 辦理甲種櫃檯人員訓練。\n- do: 3. 辦理乙種櫃檯人員訓練。"
    )
    after = rows(text, known())
    assert [question.ids for question in after.questions] == [("m-1-1-2",), ("m-1-1-2",)]


def test_the_clearly_most_alike_is_the_reworded_one() -> None:
    text = BEFORE.replace("- do: 2. 辦理櫃檯人員訓練。", "- do: 2. 辦理車輛訓練。\n- do: 3. 每季辦理櫃檯人員訓練。")
    after = rows(text, known())
    assert after.questions == ()
    assert ids(after)["每季辦理櫃檯人員訓練。"] == "m-1-1-2"


def test_an_id_in_a_row_wins_and_the_other_row_is_told() -> None:
    after = rows(BEFORE.replace("2. 協助用戶查詢歷年電費。", "2. 協助用戶查詢歷年電費。\n  id: m-1-2-1"), known())
    assert ids(after)["協助用戶查詢歷年電費。"] == "m-1-2-1"
    assert ids(after)["台灣電力 APP 提供用電資訊。"] == "m-1-2-3"
    assert [(notice.code, notice.path[3]) for notice in after.notices] == [("W181", 8)]


def test_an_id_that_goes_again_stays_the_row_s() -> None:
    named = rows(BEFORE.replace("2. 協助用戶查詢歷年電費。", "2. 協助用戶查詢歷年電費。\n  id: history"), known())
    assert ids(rows(BEFORE, named.addresses))["協助用戶查詢歷年電費。"] == "history"


def test_a_carried_address_stays_carried() -> None:
    carried = tuple(address._replace(carried=113) for address in known())
    after = rows(BEFORE.replace("定期檢討服務流程。", "定期檢討各項服務流程。"), carried)
    assert {address.carried for address in after.addresses} == {113}


def test_an_id_of_a_row_that_was_reworded_is_told_too() -> None:
    text = BEFORE.replace("1. 台灣電力 APP 提供用電資訊", "1. 台灣電力 APP 提供用電及停電資訊").replace(
        "2. 協助用戶查詢歷年電費。", "2. 汰換線路。\n  id: m-1-2-1"
    )
    assert [notice.code for notice in rows(text, known()).notices] == ["W181"]


def test_an_id_given_to_a_published_row_is_told_and_the_old_address_is_nobody_s() -> None:
    text = BEFORE.replace("協助用戶查詢歷年電費。", "協助用戶查詢歷年電費。\n  id: history")
    after = rows(text + "- do: 協助用戶查詢歷年電費。", known())
    assert [(notice.code, notice.values["before"]) for notice in after.notices] == [("W183", "m-1-2-2")]
    assert [node.id for node in after.sections[0].walk() if node.text == "協助用戶查詢歷年電費。"] == [
        "history",
        "m-2-2",
    ]
    assert [address.id for address in after.removed] == ["m-1-2-2"]


def test_a_row_that_is_reworded_a_little_and_moves_keeps_its_address() -> None:
    text = BEFORE.replace("- do: 2. 辦理櫃檯人員訓練。\n", "") + "- do: 2. 定期辦理櫃檯人員訓練。\n"
    assert ids(rows(text, known()))["定期辦理櫃檯人員訓練。"] == "m-1-1-2"
    under = BEFORE.replace("- do: 2. 辦理櫃檯人員訓練。", "- h2: (二) 新的策略\n- do: 1. 定期辦理櫃檯人員訓練。")
    assert ids(rows(under, known()))["定期辦理櫃檯人員訓練。"] == "m-1-1-2"


def test_what_stands_under_them_tells_headings_of_one_name_apart() -> None:
    one = "- h1: 一、服務\n- do: 辦理訓練。\n- h1: 二、服務\n- do: 汰換線路。\n"
    other = "- h1: 一、服務\n- do: 汰換線路。\n- h1: 二、服務\n- do: 辦理訓練。\n"
    after = rows(other, rows(one).addresses)
    assert [node.id for node in after.sections[0].walk()] == ["g-2", "m-2-1", "g-1", "m-1-1"]


def test_a_heading_that_took_over_one_row_is_not_the_heading_that_it_stood_under() -> None:
    one = "- h1: 一、甲類\n- do: 子子子。\n- do: 丑丑丑。\n- do: 寅寅寅。\n- h1: 二、乙類\n- do: 卯卯卯。\n- do: 辰辰辰。\n"
    other = "- h1: 一、丙種\n- do: 子子子。\n- do: 卯卯卯。\n- h1: 二、乙類\n- do: 辰辰辰。\n"
    after = rows(other, rows(one).addresses)
    assert ids(after) == {"丙種": "g-3", "子子子。": "m-1-1", "卯卯卯。": "m-2-1", "乙類": "g-2", "辰辰辰。": "m-2-2"}


def test_the_exact_words_of_a_removed_row_come_before_likeness() -> None:
    one = "- h1: 一、甲\n- do: 每月檢討服務成果並公布。\n- do: 汰換線路。\n"
    two = "- h1: 一、甲\n- do: 每季檢討服務成果並公布。\n- do: 汰換線路。\n"
    first = rows(one).addresses
    gone = rows("- h1: 一、甲\n- do: 汰換線路。\n", first).addresses
    similar = rows(two, gone).addresses
    assert ids(rows(one, similar))["每月檢討服務成果並公布。"] == "m-1-1"


def test_long_texts_are_compared_as_far_as_they_are_kept() -> None:
    long = "推廣電子帳單及行動支付，" * 41
    for text in (f"{long[:499]} 甲乙", f"{long} 甲"):
        addresses = rows(f"- h1: 一、甲\n- do: {text}").addresses
        again = rows(f"- h1: 一、甲\n- do: {text}", addresses)
        assert again.addresses == addresses
        moved = rows(f"- h1: 一、乙\n- do: 新的一項。\n- h1: 二、甲\n- do: {text[:30]} {text[30:]}", addresses)
        assert moved.sections[0].children[1].children[0].id == "m-1-1"


def test_an_address_that_is_gone_is_not_given_to_a_row_of_another_branch() -> None:
    base = rows("- h1: 一、甲\n- do: 汰換線路。")
    ours = rows("- h1: 一、甲\n- do: 汰換線路。\n- do: 設置愛心鈴。", base.addresses)
    ours = rows("- h1: 一、甲\n- do: 汰換線路。", ours.addresses)
    theirs = rows("- h1: 一、甲\n- do: 汰換線路。\n- do: 邀請專家輔導。", base.addresses)
    after = rows("- h1: 一、甲\n- do: 汰換線路。\n- do: 邀請專家輔導。", (*ours.addresses, *theirs.addresses))
    assert [(address.id, address.text) for address in after.removed] == [("m-1-2", "設置愛心鈴。")]
    assert ids(after)["邀請專家輔導。"] == "m-1-3"


MARKS = "<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> other\n"


def merged(ours: str, theirs: str, how: str) -> tuple[RowAddress, ...]:
    """Two files put together by git: by union, with the marks of a conflict, or with every line twice."""
    text = {"union": ours + theirs, "marks": MARKS.format(ours=ours, theirs=theirs), "other": theirs + ours}[how]
    file, problems = parse(SourceText("addresses.txt", text))
    assert problems == []
    return file.addresses


def test_two_branches_merged_change_no_address() -> None:
    ours = BEFORE.replace("- do: 2. 辦理", "- do: 2. 設置愛心鈴。\n- do: 3. 辦理").replace(
        "定期檢討服務", "每月檢討服務"
    )
    theirs = BEFORE.replace("- do: 1. 提供多元", "- do: 1. 裝設監視器材。\n- do: 2. 提供多元").replace(
        "- h1: 二、服務遞送", "- h1: 二、遞送"
    )
    both = (
        BEFORE.replace("- do: 2. 辦理", "- do: 2. 設置愛心鈴。\n- do: 3. 辦理")
        .replace("定期檢討服務", "每月檢討服務")
        .replace("- do: 1. 提供多元", "- do: 1. 裝設監視器材。\n- do: 2. 提供多元")
        .replace("- h1: 二、服務遞送", "- h1: 二、遞送")
    )
    files = [written(rows(text, known()).addresses) for text in (ours, theirs)]
    before = ids(rows(BEFORE)) | {"每月檢討服務流程。": "m-2-1", "遞送": "g-2"}
    for how in ("union", "marks", "other"):
        after = rows(both, merged(files[0], files[1], how))
        assert after.questions == ()
        found = ids(after)
        assert {text: id_ for text, id_ in found.items() if text in before}.items() <= before.items()
        assert {found["設置愛心鈴。"], found["裝設監視器材。"]} == {"m-1-1-3", "m-1-1-4"}
        assert [notice.code for notice in after.notices] == ["W182"]
        assert after.removed == ()
        assert rows(both, after.addresses).changes == Changes()


TEXTS = [
    "提供多元化的繳費措施，方便用戶就近繳納電費",
    "辦理櫃檯服務人員教育訓練及測驗",
    "於官網公告停電資訊並以簡訊通知",
    "設置無障礙坡道、愛心鈴與服務臺",
    "每季召開顧客滿意度檢討會議",
    "派員到校宣導節約用電與用電安全",
    "汰換老舊線路以減少停電時間",
    "受理申請案件全程線上追蹤",
    "邀請外部專家實地輔導考核",
    "訂定新聞輿情處理作業程序",
    "與鄉鎮公所合作代收各項規費",
    "建置雙語標示及外語服務窗口",
]


@pytest.mark.slow
@examples(150)
@given(st.integers(0, 2**32), st.lists(st.sampled_from(TEXTS), unique=True, min_size=3, max_size=9))
def test_no_edit_of_one_row_changes_the_address_of_another(seed: int, texts: list[str]) -> None:
    chance = random.Random(seed)
    groups: list[list[str]] = [texts[: len(texts) // 2], texts[len(texts) // 2 :]]

    def text_of(groups: list[list[str]]) -> str:
        return "\n".join(
            line
            for number, group in enumerate(groups)
            for line in (f"- h1: {'甲乙'[number]}組的服務項目", *(f"- do: {text}" for text in group))
        )

    unused = [text for text in TEXTS if text not in texts]
    file = rows(text_of(groups)).addresses
    expected = ids(rows(text_of(groups)))
    for _ in range(6):
        group = chance.choice(groups)
        match chance.choice(["insert", "delete", "move", "shuffle", "reword"]):
            case "insert" if unused:
                group.insert(chance.randint(0, len(group)), unused.pop())
            case "delete" if group:
                expected.pop(group.pop(chance.randrange(len(group))))
            case "move" if group:
                chance.choice(groups).append(group.pop(chance.randrange(len(group))))
            case "shuffle":
                chance.shuffle(group)
            case "reword" if group:
                position = chance.randrange(len(group))
                old = group[position]
                group[position] = f"{old}等"
                expected[group[position]] = expected.pop(old)
        after = rows(text_of(groups), file)
        assert after.questions == ()
        found = ids(after)
        assert expected.items() <= found.items()
        assert len(set(found.values())) == len(found)
        assert not {address.id for address in after.removed} & set(found.values())
        expected, file = found, after.addresses


def test_states_are_of_the_rows_that_are_there() -> None:
    after = rows("- h1: 一、基礎服務", known())
    assert {address.state for address in after.addresses if address.id == "g-1"} == {RowState.LIVE}
    assert len(after.removed) == 10
