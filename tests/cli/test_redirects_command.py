"""`redirects`: what a webmaster puts into the settings of a server, by the address of the published site."""

from pathlib import Path

import pytest
from built_site import article, write_site

from association.cli.outcome import WrongUsage
from association.cli.redirects import redirects

FILES = {
    "publishconf.py": 'from pelicanconf import *\nSITEURL = "https://essai.example/club"\n',
    "content/actualites/bilan.md": article("Bilan", aliases="[/2019/bilan/]"),
}
PRINTED = {
    "nginx": 'location = "/club/2019/bilan/" { return 301 "/club/actualites/bilan/"; }\n',
    "apache": 'RedirectMatch 301 "^/club/2019/bilan/$" "/club/actualites/bilan/"\n',
    "_redirects": "/club/2019/bilan/ /club/actualites/bilan/ 301\n",
}


@pytest.mark.parametrize("form", PRINTED)
def test_the_lines_are_those_of_the_published_site(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its path is in publishconf.py."""
    redirects(write_site(tmp_path, FILES), form)

    assert PRINTED[form] == capsys.readouterr().out


def test_a_site_without_old_addresses_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is printed that a server would read."""
    redirects(write_site(tmp_path, {}), "nginx")
    printed = capsys.readouterr()

    assert ("", True) == (printed.out, printed.err.count("\n") == 1)


def test_another_format_is_no_format(tmp_path: Path) -> None:
    """The three there are get told."""
    with pytest.raises(WrongUsage, match="nginx, apache, _redirects"):
        redirects(write_site(tmp_path, FILES), "caddy")
