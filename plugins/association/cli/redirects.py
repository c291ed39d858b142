"""`redirects`: where old addresses lead, as the server of the site wants it said; printed, for nobody but the
webmaster writes in the settings of a server.
"""

from pathlib import Path
from urllib.parse import urlsplit

from ..problems import sentence
from .outcome import FINE, WrongUsage, say
from .settings import content_settings


def redirects(site: Path, form: str) -> int:
    from ..host.former_addresses import FORMATS  # only now: a command line is read without it

    if form not in FORMATS:
        raise WrongUsage(
            sentence(
                'The format "{form}" is not known; it is {formats}.', form=form, formats=", ".join(FORMATS)
            )
        )
    from ..host.loading import load_site  # only now: wrong usage is answered at once

    settings = content_settings(site, publish=True)
    loaded = load_site(settings)
    root = f"{urlsplit(loaded.folder.url).path}/"
    written = FORMATS[form](loaded.old_addresses, root)
    if not written:
        say(sentence("The site has no old addresses: neither aliases nor ALIASES."))
    print(written, end="")
    return FINE
