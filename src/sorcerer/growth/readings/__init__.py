"""When numbers are read: expect an account or a post, take what is due, keep what was told or why nothing was."""

from sorcerer.growth.model import Reading
from sorcerer.growth.readings.expect import expect_account, expect_post
from sorcerer.growth.readings.keep import gaps, keep, pass_over
from sorcerer.growth.readings.moments import next_moment
from sorcerer.growth.readings.take import take
from sorcerer.growth.store import readings as page

__all__ = ["Reading", "expect_account", "expect_post", "gaps", "keep", "next_moment", "page", "pass_over", "take"]
