"""Plugins of others beside the program: what nobody needs is left out, and nothing is written over."""

import pytest
from built_site import SMALLEST_SETTINGS, SiteOf
from pelican import signals

from association.host.other_plugins import UNNEEDED, silence

OVERWRITES = """\
from pathlib import Path

from pelican import signals


def write(pelican):
    Path(pelican.output_path, "{name}").write_text("theirs")


def register():
    signals.finalized.connect(write)
"""


def with_plugins(*names: str) -> str:
    return SMALLEST_SETTINGS.replace('["association"]', str(["association", *names]))


@pytest.mark.parametrize("prefix", ["", "pelican.plugins."])
def test_plugins_that_do_what_the_site_does_are_left_out_and_told(site_of: SiteOf, prefix: str) -> None:
    """At the line of PLUGINS; they need not even be there."""
    site = site_of({"pelicanconf.py": with_plugins(*(prefix + name for name in UNNEEDED))})

    assert [f'pelicanconf.py:7:1: warning: the plugin "{name}" is left out' for name in sorted(UNNEEDED)] == [
        line.partition(";")[0] for line in site.problems
    ]
    assert "<urlset" in site.text("sitemap.xml")


def test_a_plugin_of_the_site_may_have_such_a_name(site_of: SiteOf) -> None:
    """Its own search, for one."""
    plugin = "def register():\n    print('own')\n"
    site = site_of({"pelicanconf.py": with_plugins("search"), "plugins/search.py": plugin})

    assert () == site.problems


@pytest.mark.parametrize(("name", "is_told"), [("robots.txt", True), ("index.html", False)])
def test_a_plugin_that_writes_over_the_site_is_refused(site_of: SiteOf, name: str, is_told: bool) -> None:
    """It may mean to work on pages; on nothing else."""
    files = {
        "pelicanconf.py": with_plugins("ecrase"),
        "plugins/ecrase.py": OVERWRITES.replace("{name}", name),
    }
    site = site_of(files, may_fail=True)
    told = (
        f"pelicanconf.py:7:1: error: a plugin has written over what the site had written: {name}; "
        "take it out of PLUGINS, or have it write to files of its own [overwritten]"
    )

    assert ((told,) if is_told else ()) == site.problems


def test_what_pelican_has_loaded_already_is_called_no_more() -> None:
    """`pelican` itself loads plugins before it asks ours."""
    called: list[object] = []

    def theirs(sender: object) -> None:
        called.append(sender)

    theirs.__module__ = "pelican.plugins.sitemap.sitemap"
    signals.finalized.connect(theirs)
    silence()
    own = list(signals.finalized.receivers_for(signals.finalized))

    assert theirs not in own


@pytest.mark.parametrize("name", ["simple", "notmyidea"])
def test_a_theme_of_pelican_s_is_refused_in_a_sentence(site_of: SiteOf, name: str) -> None:
    """It has no page of an association."""
    settings = SMALLEST_SETTINGS.replace("themes/parvis", name)
    site = site_of({"pelicanconf.py": settings}, may_fail=True)

    assert (
        f'pelicanconf.py:5:1: error: the theme "{name}" is made for blogs of Pelican: it has no page of an '
        "association; take THEME out; how the site is made to look otherwise, docs/extending.md tells "
        "[no-theme]",
    ) == site.problems
