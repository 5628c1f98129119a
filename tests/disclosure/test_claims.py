"""What a synthetic person cannot say of herself is found, and what she can say is left alone."""

import pytest

from sorcerer import disclosure

CANNOT = [
    ("I used it for three weeks and wow.", "use"),
    ("I've been wearing these for 10 days now", "use"),
    ("After two weeks of using it", "use"),
    ("I have personally tested every one of them.", "use"),
    ("Ich nutze es seit drei Wochen jeden Abend.", "use"),
    ("My skin has never looked better.", "result"),
    ("I've lost 5 kg with this", "result"),
    ("This changed my life", "result"),
    ("Meine Haut ist so weich geworden", "result"),
    ("It tastes amazing", "sense"),
    ("Es schmeckt wunderbar", "sense"),
    ("It cured my migraines", "cure"),
    ("Das hat meine Migräne geheilt", "cure"),
    ("It got rid of my dry patches", "health"),
    ("As a doctor, I recommend it", "health"),
    ("The best coffee I've ever had", "testimony"),
    ("I swear by this serum", "testimony"),
    ("I used\n it  for\tthree weeks", "use"),
    ("I\u2019ve tried it for a month", "use"),
]
CAN = [
    "Morning light over the river.",
    "Made for three weeks of daily use, says its maker.",
    "The kettle holds 1.2 litres and boils in 90 seconds.",
    "Tomorrow I am cooking with it on camera.",
    "Ten days until the half marathon!",
    "Wir filmen heute mit dem neuen Wasserkocher.",
    "Tested by its maker in 2025; the study is linked.",
    "",
]


@pytest.mark.parametrize(("words", "kind"), CANNOT)
def test_a_claim_she_cannot_make_is_found_with_another_way_to_say_it(words: str, kind: str) -> None:
    (claim,) = disclosure.claims(words)
    assert (claim.kind, bool(claim.suggestion)) == (kind, True)
    assert claim.quote in " ".join(words.replace("\u2019", "'").split())


@pytest.mark.parametrize("words", CAN)
def test_what_she_can_say_is_left_alone(words: str) -> None:
    assert disclosure.claims(words) == []


def test_in_a_post_that_nobody_pays_for_only_a_cure_is_blocked() -> None:
    told = "I've been running for ten weeks and my back hurts. It cured my migraines."

    assert [claim.kind for claim in disclosure.blocked(told, sponsored=False)] == ["cure"]
    assert len(disclosure.blocked(told, sponsored=True)) >= 1
    assert disclosure.blocked("I used it for three weeks.", sponsored=False) == []


def test_a_long_text_is_read_quickly() -> None:
    assert disclosure.claims("I have been " * 5000) == []
