"""Wrong key, revoked token, missing scope, banned account, quota, bad media: each has its own outcome."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from sorcerer.platforms import Account, Grant, PlatformError
from sorcerer.testing.platform_contract import staged

NETWORKS = ("instagram", "tiktok", "youtube")
STAGES = {"instagram": "ig.media.create", "tiktok": "tt.init", "youtube": "yt.session.open"}
SCOPES = {"instagram": "ig.10", "tiktok": "tt.scope_not_authorized", "youtube": "yt.insufficientPermissions"}
CURES = {
    "wrong_key": "reconnect",
    "revoked": "reconnect",
    "scope": "reconnect",
    "banned": "stop_account",
    "quota": "wait",
    "bad_media": "fix_media",
}


def trouble(bench: Any, what: str, folder: Path) -> tuple[str, str]:
    """Publish into a trouble and return the cure and the sentence that come of it."""
    account, post = bench.account, bench.post()
    if what == "wrong_key":
        account = Account(
            account_id=account.account_id, grant=Grant(access_token="nobody-knows-it"), standing=account.standing
        )
    elif what == "revoked":
        bench.platform.revoke(account)
    elif what == "scope":
        bench.fault({"error": SCOPES[bench.platform.name]}, op=STAGES[bench.platform.name])
    elif what == "banned":
        httpx.post(f"{bench.base}/_sandbox/accounts/{account.account_id}", json={"restricted": True}).raise_for_status()
    elif what == "quota":
        httpx.post(f"{bench.base}/_sandbox/knobs", json={"quota_total": 0}).raise_for_status()
    else:
        (folder / "bad.mp4").write_bytes(b"this is no film" * 100)
        post = post.model_copy(update={"media_path": folder / "bad.mp4"})
    bench.account = account
    try:
        ready, sent_at = staged(bench, post), bench.now()
        bench.platform.commit(account, post, ready)
        bench.wait()
        seen = bench.platform.check(account, post, ready, sent_at, ())
    except PlatformError as error:
        assert error.outcome == "rejected"  # noqa: PT017 - some networks tell by an error, some by a look
        return error.cure, error.message
    assert seen.state == "refused"
    return seen.cure, seen.why


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("what", sorted(CURES))
def test_a_trouble_has_its_own_outcome(benches: Any, tmp_path: Path, sample: Path, network: str, what: str) -> None:
    with benches(network, tmp_path, sample) as bench:
        cure, sentence = trouble(bench, what, tmp_path)
        assert cure == CURES[what]
        assert len(sentence) > 20
        assert bench.visible() == []
