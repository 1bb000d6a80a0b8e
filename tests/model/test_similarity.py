from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from planpress.model.similarity import Neighbourhood, similarities, similarity


def test_texts_are_alike_by_what_they_share() -> None:
    assert similarity("推廣電子帳單。", "推廣電子帳單。") == 1
    assert similarity("推廣", "到府") == 0
    assert similarity("推廣電子帳單。", "推廣電子帳單及簡訊。") > similarity("推廣電子帳單。", "推廣行動支付。") > 0.3


WORDS = st.text(alphabet="推廣電子帳單及", max_size=12)


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6), st.sampled_from((0.4, 0.5, 0.6, 0.8, 1.0)))
def test_many_texts_are_as_alike_as_each_two_of_them(ones: list[str], others: list[str], least: float) -> None:
    pairs = {
        (one, other): similarity(ones[one], others[other]) for one, other in product(*map(_places, (ones, others)))
    }
    assert list(similarities(ones, others, least).items()) == [each for each in pairs.items() if each[1] >= least]


def _places(texts: list[str]) -> range:
    return range(len(texts))


def test_the_nearest_come_first_and_strangers_not_at_all() -> None:
    texts = ["到府服務。", "推廣行動支付。", "推廣電子帳單及簡訊。", "推廣電子帳單", "AMI"]
    found = Neighbourhood.of(texts).nearest("推廣電子帳單。", 2, 0.5)
    assert [text for _, text in found] == ["推廣電子帳單", "推廣電子帳單及簡訊。"]
    assert found[0][0] > found[1][0] > 0.8
    assert Neighbourhood.of(texts).nearest("全新", 2, 0.5) == []
    assert Neighbourhood.of(texts).nearest("AMI", 1, 0.5) == [(1, "AMI")]
    assert Neighbourhood.of([]).nearest("", 1, 0.5) == []
