from hypothesis import given
from hypothesis import strategies as st

from sorcerer.disclosure import Duties, Shown, compose_caption, owed, satisfied
from sorcerer.disclosure.caption import HASHTAG, length

PLAIN, PAID = (owed("instagram", "reel", sponsored=sponsored) for sponsored in (False, True))
DUTIES = [
    owed(platform, "reel", sponsored=sponsored, language=language)
    for platform in ("instagram", "tiktok", "youtube")
    for sponsored in (False, True)
    for language in ("en", "de")
]
WORDS = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=300),
    st.text(st.sampled_from("a #ä😀\n. ad\u200b"), max_size=6000),
)


@given(WORDS, st.lists(st.text(max_size=30), max_size=12), st.sampled_from(DUTIES))
def test_whatever_the_words_the_caption_keeps_every_duty(words: str, hashtags: list[str], duties: Duties) -> None:
    caption = compose_caption(words, hashtags, duties)

    shown = Shown(caption=caption, ai_label=True, paid_label=True, overlay_lines=duties.overlay_lines)
    assert satisfied(duties, shown) == []
    assert length(caption) <= duties.caption_max
    assert caption.encode().decode() == caption


@given(WORDS, st.lists(st.text(max_size=30), max_size=12))
def test_composing_is_the_same_each_time(words: str, hashtags: list[str]) -> None:
    assert compose_caption(words, hashtags, PAID) == compose_caption(words, hashtags, PAID)


def test_a_plain_reel_reads_well() -> None:
    assert compose_caption("Slow start.", ["#morning", "light room", "morning"], PLAIN) == (
        "Slow start.\n\nMade with AI.\n\n#morning #lightroom"
    )


def test_a_sponsored_reel_says_ad_before_anything_else() -> None:
    assert (
        compose_caption("I love this kettle.", ["tea"], PAID) == "#ad\n\nI love this kettle.\n\nMade with AI.\n\n#tea"
    )


def test_no_more_than_five_hashtags_stand_in_it_wherever_they_come_from() -> None:
    caption = compose_caption("#one #two #three #four #five #six", ["seven"], PAID)

    assert HASHTAG.findall(caption) == ["ad", "one", "two", "three", "four"]
    assert "five six" in caption


def test_long_words_are_cut_at_a_word_and_the_duties_stay() -> None:
    caption = compose_caption("seven letters " * 400, ["tag"], PAID)

    assert length(caption) <= 2200
    assert caption.endswith("letters…\n\nMade with AI.\n\n#tag")


def test_signs_that_nobody_sees_do_not_hide_the_label() -> None:
    assert compose_caption("\u202e\u200bhello\x00", [], PAID) == "#ad\n\nhello\n\nMade with AI."


def test_a_story_gets_no_caption() -> None:
    assert compose_caption("hello", ["tag"], owed("instagram", "story_image", sponsored=True)) == ""
