import pytest

from sorcerer.disclosure import Shown, compose_caption, owed, satisfied

DUTIES = owed("instagram", "reel", sponsored=True)
WHOLE = Shown(
    caption=compose_caption("Tea.", [], DUTIES), ai_label=True, paid_label=True, overlay_lines=DUTIES.overlay_lines
)


def test_a_post_that_shows_everything_misses_nothing() -> None:
    assert satisfied(DUTIES, WHOLE) == []


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"ai_label": False}, ["The network's AI label is not set."]),
        ({"paid_label": False}, ["The network's label for paid partnerships is not set."]),
        ({"overlay_lines": ("Ad",)}, ["The picture does not say 'AI-generated'."]),
        ({"caption": "Tea.\n\nMade with AI. #ad"}, ["The caption does not begin with '#ad'."]),
        ({"caption": "#ad\n\nTea."}, ["The caption does not say 'Made with AI.'."]),
        ({"caption": "#ad #a #b #c #d #e Made with AI."}, ["The caption holds more than 5 hashtags."]),
        ({"caption": "#ad Made with AI." + "x" * 2200}, ["The caption is 2217 signs long, over 2200."]),
    ],
)
def test_each_thing_left_out_is_named(change: dict[str, object], missing: list[str]) -> None:
    assert satisfied(DUTIES, WHOLE.model_copy(update=change)) == missing
