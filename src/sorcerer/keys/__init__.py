"""Sealing and signing keys. What is sealed can be opened only where it was put; what is signed shows every change.

Owns `keys.json` (the ring that seals tokens and signs links) and `signing.pem` (the key and certificate that sign
films), both in the home folder and for its owner's eyes alone. Refuses to know what is sealed or signed with them.
"""

from sorcerer.keys.certificate import Credential, SigningKey, signing_key
from sorcerer.keys.ring import KeyRing, load, place, rotate

__all__ = ["Credential", "KeyRing", "SigningKey", "load", "place", "rotate", "signing_key"]
