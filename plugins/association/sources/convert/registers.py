"""What texts and commissions may refer to."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.member import Partner
from ...domain.slugs import Slug
from ..desk import Desk
from ..references import Known, check
from ..spots import Spot
from .members import Roster
from .places import Venues


@dataclass(frozen=True, slots=True)
class Registers:
    roster: Roster
    venues: Venues
    partners: Mapping[Slug, Partner]
    known_partners: Known
    known_commissions: Known

    def partners_named(self, ids: tuple[Slug, ...], spot: Spot, desk: Desk) -> tuple[Partner, ...]:
        found = self._checked(ids, self.known_partners, spot, desk)
        return tuple(self.partners[one] for one in found if one in self.partners)

    def commissions_named(self, ids: tuple[Slug, ...], spot: Spot, desk: Desk) -> tuple[Slug, ...]:
        return self._checked(ids, self.known_commissions, spot, desk)

    def _checked(self, ids: tuple[Slug, ...], known: Known, spot: Spot, desk: Desk) -> tuple[Slug, ...]:
        for index, one in enumerate(ids):
            check(one, known, (spot / index).place, desk)
        return tuple(dict.fromkeys(ids))
