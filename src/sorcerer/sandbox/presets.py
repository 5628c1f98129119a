"""Every answer by which a pretend network says no, by the name a planned misfortune calls it."""

from sorcerer.sandbox.instagram import refusals as instagram
from sorcerer.sandbox.instagram.refusals import GraphError
from sorcerer.sandbox.tiktok import refusals as tiktok
from sorcerer.sandbox.tiktok.refusals import TikTokError
from sorcerer.sandbox.youtube import refusals as youtube
from sorcerer.sandbox.youtube.refusals import GoogleError

PRESETS: dict[str, GraphError | TikTokError | GoogleError] = {
    **instagram.PRESETS,
    **tiktok.PRESETS,
    **youtube.PRESETS,
}
