"""Which passwords are taken, and how they are kept."""

import pytest

from sorcerer.accounts import passwords
from sorcerer.errors import Invalid


def test_a_password_is_kept_as_an_argon2id_hash_that_only_it_fits() -> None:
    sealed = passwords.seal("a quiet lake at dawn")

    assert sealed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.fits(sealed, "a quiet lake at dawn")
    assert not passwords.fits(sealed, "a quiet lake at dusk")


def test_the_same_password_is_never_kept_the_same_way_twice() -> None:
    assert passwords.seal("a quiet lake at dawn") != passwords.seal("a quiet lake at dawn")


def test_a_password_fits_however_its_letters_are_composed() -> None:
    assert passwords.fits(passwords.seal("caf\u00e9 at seven o'clock"), "cafe\u0301 at seven o'clock")


@pytest.mark.parametrize("password", ["", "too short", "x" * 201, "x" * 10, "Password123", "1234567890"])
def test_a_bad_password_is_refused_without_being_repeated(password: str) -> None:
    with pytest.raises(Invalid) as refusal:
        passwords.seal(password)

    assert refusal.value.field == "password"
    assert password == "" or password not in refusal.value.message


def test_a_password_of_emoji_or_right_to_left_letters_is_taken() -> None:
    assert passwords.fits(
        passwords.seal("\U0001f9ff" + "\u05e9\u05dc\u05d5\u05dd " * 3), "\U0001f9ff" + "\u05e9\u05dc\u05d5\u05dd " * 3
    )


def test_no_password_fits_where_none_is_kept() -> None:
    assert not passwords.fits(None, "a quiet lake at dawn")
