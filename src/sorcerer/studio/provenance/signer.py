"""The C2PA library: sign bytes, and read what is signed. Nothing is fetched from the network.

It is 23 MB of native code, so only the verbs that sign and read import it, and only when they run.
"""

import io
import json
from collections.abc import Sequence
from typing import Any

import c2pa

from sorcerer.keys import SigningKey
from sorcerer.studio.provenance.manifest import ingredient_of
from sorcerer.studio.provenance.model import Ingredient

_OFFLINE = {
    "verify": {"verify_trust": True, "verify_after_sign": True, "remote_manifest_fetch": False, "ocsp_fetch": False},
    "builder": {"thumbnail": {"enabled": False}},
}


class Broken(Exception):
    """The library refused; the text says why."""


def sign(
    data: bytes, media_type: str, manifest: dict[str, Any], ingredients: Sequence[Ingredient], key: SigningKey
) -> bytes:
    """Return the file with a signed manifest inside.

    Raises:
        Broken: the library could not sign it.
    """
    info = c2pa.C2paSignerInfo(alg=b"es256", sign_cert=key.chain.encode(), private_key=key.key.encode(), ta_url=None)
    try:
        with (
            c2pa.Context(_settings(key.credential.anchor), c2pa.Signer.from_info(info)) as context,
            c2pa.Builder(json.dumps(manifest), context) as builder,
        ):
            for one in ingredients:
                definition = json.dumps(ingredient_of(one))
                builder.add_ingredient_from_stream(definition, one.media_type, io.BytesIO(one.data))
            signed = io.BytesIO()
            builder.sign(media_type, io.BytesIO(data), signed)
    except c2pa.C2paError as error:
        raise Broken(str(error)) from error
    return signed.getvalue()


def read(data: bytes, media_type: str, anchor: str) -> dict[str, Any] | None:
    """Return the manifest store of a file as the library tells it, or None when there is none.

    Raises:
        Broken: there is something of that kind, and it cannot be read.
    """
    try:
        with c2pa.Context(_settings(anchor)) as context:
            reader = c2pa.Reader.try_create(media_type, io.BytesIO(data), context=context)
            if reader is None:
                return None
            with reader:
                told: dict[str, Any] = json.loads(reader.json())
                return told
    except c2pa.C2paError as error:
        raise Broken(str(error)) from error


def _settings(anchor: str) -> c2pa.Settings:
    return c2pa.Settings.from_dict(_OFFLINE | {"trust": {"user_anchors": anchor}})
