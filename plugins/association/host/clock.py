"""The one place where time enters: SOURCE_DATE_EPOCH if set, else the clock."""

import os
import time
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo


def now(zone: ZoneInfo, environ: Mapping[str, str] = os.environ) -> datetime:
    """The moment of the build in the site's zone, whole seconds.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    seconds = environ.get("SOURCE_DATE_EPOCH") or time.time()
    return datetime.fromtimestamp(int(float(seconds)), zone)
