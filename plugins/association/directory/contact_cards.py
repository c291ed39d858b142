"""The vCard of each member, beside its page, in the two versions that address books read."""

from collections.abc import Iterator
from functools import partial

from ..exports.vcard import vcard
from ..exports.vcard_3 import vcard_3
from ..host.feeds import card_issuer
from ..host.outputs import File
from ..host.run import Run


def contact_cards(run: Run) -> Iterator[File]:
    issuer, urls = card_issuer(run), run.edition.urls
    for member in run.edition.association.members:
        yield File(urls.save_as("MEMBER_VCARD", id=member.id), partial(vcard, member, issuer))
        yield File(urls.save_as("MEMBER_VCARD_3", id=member.id), partial(vcard_3, member, issuer))
