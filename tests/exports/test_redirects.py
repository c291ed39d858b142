"""Old addresses as servers want them said: each line means that address and no other."""

import re

import pytest

from association.domain.addresses import Moved, MovedTogether, OldAddresses
from association.exports.redirects import apache, nginx, redirects_file

BLOG = "blog/{year}/{id}.html"
KNOWN = OldAddresses(
    (
        Moved("2019/bilan/", "actualites/bilan/"),
        Moved("été 2019.html", "documents/%C3%A9t%C3%A9.pdf"),
        Moved("wiki/Aide:$1&2.html", "aide/"),
        Moved("blog/2026/bilan.html", "actualites/bilan/", rule=BLOG),
        Moved("vieux/bilan/", "actualites/bilan/", rule="vieux/{slug}/"),
    ),
    (MovedTogether(BLOG, "news/{id}/"), MovedTogether("vieux/{slug}/", "actualites/{slug}/")),
)


def test_redirects_name_whole_steps_and_list_what_has_no_name() -> None:
    """`:slug` stands between slashes only, at Netlify and at Cloudflare; a `:` of an address is none."""
    expected = """\
/club/2019/bilan/ /club/actualites/bilan/ 301
/club/%C3%A9t%C3%A9%202019.html /club/documents/%C3%A9t%C3%A9.pdf 301
/club/wiki/Aide%3A$1&2.html /club/aide/ 301
/club/blog/2026/bilan.html /club/actualites/bilan/ 301
/club/vieux/:slug/ /club/actualites/:slug/ 301
"""

    assert expected == redirects_file(KNOWN, "/club/")


def test_nginx_compares_decoded_addresses_and_has_an_expression_for_each_pattern() -> None:
    """Names of variables are our own: nginx has one called `host`."""
    expected = r"""location = "/2019/bilan/" { return 301 "/actualites/bilan/"; }
location = "/été 2019.html" { return 301 "/documents/%C3%A9t%C3%A9.pdf"; }
location = "/wiki/Aide:$1&2.html" { return 301 "/aide/"; }
location ~ "^/blog/(?<old_year>[\w.~-]+)/(?<old_id>[\w.~-]+)\.html$" { return 301 "/news/${old_id}/"; }
location ~ "^/vieux/(?<old_slug>[\w.~-]+)/$" { return 301 "/actualites/${old_slug}/"; }
"""

    assert expected == nginx(KNOWN, "/")


def test_apache_matches_the_whole_address_and_encodes_what_it_leads_to() -> None:
    """Its `Redirect` would take all that is below an address along."""
    expected = r"""RedirectMatch 301 "^/2019/bilan/$" "/actualites/bilan/"
RedirectMatch 301 "^/été\ 2019\.html$" "/documents/été.pdf"
RedirectMatch 301 "^/wiki/Aide:\$1\&2\.html$" "/aide/"
RedirectMatch 301 "^/blog/([\w.~-]+)/([\w.~-]+)\.html$" "/news/$2/"
RedirectMatch 301 "^/vieux/([\w.~-]+)/$" "/actualites/$1/"
"""

    assert expected == apache(KNOWN, "/")


@pytest.mark.parametrize("hostile", ["a\r\nSet-Cookie: x", "a/b", "", 'a"', "a b"])
def test_no_address_puts_anything_of_its_own_into_the_answer_of_a_server(hostile: str) -> None:
    """A line feed would begin another header."""
    expression = apache(KNOWN, "/").splitlines()[-1].split('"')[1]

    assert re.search(expression, f"/vieux/{hostile}/") is None
    assert re.search(expression, "/vieux/bilan/")
