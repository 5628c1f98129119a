"""The same step into the same life shows the same bytes in every process."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
# A broken ankle after which two days have to be taken back, where the order in which they are decides.
_STEP = """
import random
from benchmarks._changes import NOW, draw, preview
from benchmarks._personas import MONDAY, somebody
from sorcerer import life
plan = life.plan(somebody(6), first_day=MONDAY, days=365)
dice = random.Random("latency 6")
injury = [draw(dice, plan, NOW, op) for op in ("trip", "injury")][-1]
print(preview(plan, injury, NOW).plan.model_dump_json())
"""


def test_a_preview_is_the_same_in_processes_that_lay_their_sets_otherwise() -> None:
    seen = set()
    for seed in ("1", "2"):
        env = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", _STEP], cwd=_ROOT, env=env, capture_output=True, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1
