"""The vCard of each member, beside its page."""

from collections.abc import Iterator
from functools import partial

from ..exports.vcard import vcard
from ..host.feeds import card_issuer
from ..host.outputs import File
from ..host.run import Run


def contact_cards(run: Run) -> Iterator[File]:
    issuer, urls = card_issuer(run), run.edition.urls
    for member in run.edition.association.members:
        yield File(urls.save_as("MEMBER_VCARD", id=member.id), partial(vcard, member, issuer))
