"""The tools of this process: the store, the clock, the ports. `app` fills it once; workflows and the door read it.

Paid calls go through `metered` and `paid`, which reserve, order, wait and settle in transactions of their own.
"""

from sorcerer.toolbox.metered import metered
from sorcerer.toolbox.paid import Ports, paid
from sorcerer.toolbox.tools import Toolbox, current, install, renders_at_once

__all__ = ["Ports", "Toolbox", "current", "install", "metered", "paid", "renders_at_once"]
