"""Two invented abstracts that nobody takes for one."""

from __future__ import annotations

ABOUT_KETTLES = (
    "Water boils sooner when somebody watches a neighbouring kettle. We measure this effect in"
    " forty kitchens, explain it by the politeness of steam, and give a schedule of glances that"
    " saves three minutes a day. Measurements, recipes and thermometers accompany this article."
)
ABOUT_PENGUINS = (
    "Colonies on drifting floes exchange pebbles according to unwritten customs. From recordings"
    " of two winters we recover those customs, show that pebble prices follow moonlight, and"
    " predict nesting places from yesterday's bargains with surprising accuracy everywhere."
)
