"""Accounts: who is asking, how they prove it, and in which role they use Sorcerer.

Owns the tables `user`, `sign_in_session`, `api_token`, `sign_in_link` and `sign_in_failure`. Secrets are kept as
hashes: passwords with argon2id, random ones with SHA-256. Knows nothing of what an account owns; every such row hangs
on the user by a foreign key and goes with them.
"""

from sorcerer.accounts import link as links
from sorcerer.accounts import password as passwords
from sorcerer.accounts import session as sessions
from sorcerer.accounts import token as tokens
from sorcerer.accounts.change import change
from sorcerer.accounts.leave import delete_account, export
from sorcerer.accounts.model import Caller, User
from sorcerer.accounts.sign_up import first_owner, sign_up
from sorcerer.accounts.who import who

__all__ = [
    "Caller",
    "User",
    "change",
    "delete_account",
    "export",
    "first_owner",
    "links",
    "passwords",
    "sessions",
    "sign_up",
    "tokens",
    "who",
]
