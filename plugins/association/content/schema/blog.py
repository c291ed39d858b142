"""What a text of a Pelican blog may say, once `content/blog.py` has put its fields into our words."""

from typing import Literal

from ..fields import Line, LongLine, Moment
from .base import key
from .texts import ArticleShape, PageShape


class BlogShape(ArticleShape):
    """slug: its whole address (domain/addresses.py); called: what its translations are called too."""

    date: Moment = key(alone=True, spoken=True)
    slug: LongLine | None = key(default=None, spoken=True)
    called: Line | None = key(default=None, spoken=True)
    status: Literal["published", "draft", "hidden"] = key(  # type: ignore[assignment]  # one more
        default="published", spoken=True
    )


class BlogPageShape(PageShape):
    slug: LongLine | None = key(default=None, spoken=True)
    called: Line | None = key(default=None, spoken=True)
    status: Literal["published", "draft", "hidden"] = key(  # type: ignore[assignment]  # one more
        default="published", spoken=True
    )
