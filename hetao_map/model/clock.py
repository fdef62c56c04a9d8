"""Hong Kong's clocks: moments without a time zone are theirs everywhere in the program."""

from __future__ import annotations

import datetime as dt

# Hong Kong has not changed its clocks since 1979, and not every system has a list of time zones.
HONG_KONG = dt.timezone(dt.timedelta(hours=8), "Asia/Hong_Kong")


def now() -> dt.datetime:
    """Return what Hong Kong's clocks show, without a zone."""
    return dt.datetime.now(HONG_KONG).replace(tzinfo=None)


def local(moment: dt.datetime) -> dt.datetime:
    """Return a moment as Hong Kong's clocks show it; without a zone it is taken as such."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(HONG_KONG).replace(tzinfo=None)


def with_zone(moment: dt.datetime) -> dt.datetime:
    """Return a moment of Hong Kong with its time zone."""
    return moment.replace(tzinfo=HONG_KONG)
