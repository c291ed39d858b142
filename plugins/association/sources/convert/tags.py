"""Topics of news and events: one slug is one topic, however it is spelt."""

from dataclasses import dataclass, field

from ...domain.slugs import Slug, slug_of
from ...domain.writing import Tag
from ...problems import sentence
from ..desk import Desk
from ..spots import Spot


@dataclass(slots=True)
class Tags:
    """The first spelling met is the one shown."""

    by_slug: dict[Slug, Tag] = field(default_factory=dict)

    def named(self, written: tuple[str, ...], spot: Spot, desk: Desk) -> tuple[Tag, ...]:
        slugs = (self._slug(name, spot / index, desk) for index, name in enumerate(written))
        return tuple(self.by_slug[slug] for slug in dict.fromkeys(slugs) if slug)

    def _slug(self, name: str, spot: Spot, desk: Desk) -> Slug:
        slug = slug_of(name)
        if slug:
            self.by_slug.setdefault(slug, Tag(slug, name))
        else:
            desk.error(
                spot.place,
                "no-slug",
                sentence('"{text}" has no letter from a to z and no digit to make an address of', text=name),
                sentence("choose another word for this topic"),
            )
        return slug
