"""A blog of Pelican that gains the program: tests/blog, with settings of pelican-quickstart.

What it had is where it was, or a warning names it.
"""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, TODAY, Built, SiteOf, build, surroundings, write_site
from PIL import Image

BLOG = REPOSITORY / "tests" / "blog"
LISTS = ("archives.html", "authors.html", "categories.html", "tags.html", "author/", "category/", "tag/")
"""Pages of Pelican's that list articles: here there are others."""
ALL = "feeds/all.atom.xml"


def picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (60, 40), "#336699").save(written, "PNG")
    return written.getvalue()


def blog(folder: Path) -> Path:
    shutil.copytree(BLOG, folder)
    (folder / "content/images").mkdir()
    (folder / "content/images/salle.png").write_bytes(picture())
    (folder / "content/python/notes.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = blog(tmp_path_factory.mktemp("blog") / "site")
    return build(folder, folder.with_name("output"), siteurl="https://carnet.example")


def pelican(folder: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", *options]
    environment = surroundings("", TODAY) | variables
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The pages that the blog had without the plugin."""
    folder = blog(tmp_path_factory.mktemp("before") / "site")
    settings = folder / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace('PLUGINS = ["association"]', ""), "utf-8")
    pelican(folder, "--theme-path", "simple")
    output = folder / "output"
    names = (path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    return frozenset(name for name in names if not name.startswith(LISTS))


def test_every_page_of_the_blog_is_where_it_was_or_is_warned_of(site: Built, before: frozenset[str]) -> None:
    """One page has another address here; one showed a file of the machine."""
    gone = sorted(name for name in before if not site.has(name))

    assert (0, 15, ["pages/a-propos.html", "un-fichier-de-la-machine.html"]) == (site.code, len(before), gone)


def test_what_cannot_be_as_it_was_is_told_by_file_and_line(site: Built) -> None:
    """Nothing is left out without a word."""

    assert (
        'content/pages/a-propos.md:1:8: warning: Pelican has this page at "/pages/a-propos.html", and here '
        "it has an address of ours; "
        'to leave it there, add the line "Save_as: pages/a-propos.html" [moved-page]',
        "content/vie/abimee.rst:6:1: warning: Pelican cannot read this text: Inline interpreted text or "
        "phrase reference start-string without end-string; correct it there; until then it is not published "
        "[unreadable-text]",
        'content/vie/fichier.rst:6:1: warning: Pelican cannot read this text: "include" directive disabled; '
        "correct it there; until then it is not published [unreadable-text]",
        "content/vie/sans-date.rst:1:1: warning: this text has no date, so it is no article of the blog; "
        'add its "date", or put it into the folder of the pages [no-date]',
        "content/vie/vieille.html:1:1: warning: scripts are taken out: visitors see nothing of this one; "
        "take it out; to what another site offers, write a link [removed-html]",
    ) == site.problems


def index_of(site: Built) -> str:
    """All that the search of the site finds."""
    return "".join(site.text(name) for name in site.files if name.startswith("recherche/index"))


def test_its_articles_are_among_the_news(site: Built) -> None:
    """In the list, in the feed, in the map of the site, in the search."""
    address = "premiers-pas-installer-python.html"

    assert (True, True, True, True) == (
        address in site.page("actualites/").targets,
        f"https://carnet.example/{address}" in site.text("feeds/actualites.atom.xml"),
        f"https://carnet.example/{address}" in site.text("sitemap.xml"),
        address in index_of(site),
    )


def test_their_categories_and_tags_are_topics(site: Built) -> None:
    """A category is the name of a folder, or what the text says."""
    topics = {url.removeprefix("actualites/sujets/") for url in site.urls if "/sujets/" in url}

    assert {"club/", "debuter/", "ete/", "outils/", "python/", "vie/", "voyages/"} == topics


@pytest.mark.parametrize(
    "address", ["drafts/a-relire.html", "reservation.html", "pages/une-page-cachee.html"]
)
def test_drafts_and_hidden_texts_have_their_page_and_are_in_no_list(site: Built, address: str) -> None:
    """As Pelican has them: who knows the address reads them."""
    others = (site.page(url).targets for url in site.urls if url != address)

    assert (True, False, False) == (
        site.has(address),
        any(address in targets for targets in others),
        address in site.text("sitemap.xml") + site.text("feeds/actualites.atom.xml") + index_of(site),
    )


def test_links_of_pelican_lead_where_they_led(site: Built) -> None:
    """Of Markdown to reStructuredText and back, to files, to the list of a tag."""
    first, other = site.page("premiers-pas-installer-python.html"), site.page("rentree.html")

    assert ("rentree.html", "python/notes.pdf", "actualites/sujets/outils/") == (
        first.link("la rentrée"),
        first.link("les notes"),
        first.link("tout sur les outils"),
    )
    assert "premiers-pas-installer-python.html" == other.link("les premiers pas")


def test_what_stands_in_code_of_another_form_means_nothing_in_markdown(site: Built) -> None:
    """It is as docutils made it."""

    assert '"[pas un lien](nulle-part.md)"' in site.page("rentree.html").main.text


def test_html_of_a_blog_is_made_safe_like_all_texts(site: Built) -> None:
    """Its scripts and its colours stay behind."""
    html = site.text_of("une-vieille-page.html")

    assert (True, False, False) == ("<b>HTML</b>" in html, "alert(1)" in html, "color: red" in html)


def test_a_translation_into_no_language_of_the_site_is_a_text_by_itself(site: Built) -> None:
    """It keeps its address, and says its language."""
    title = site.page("rentree-en.html").main.first("h1")

    assert ("Back to school", 'lang="en"' in site.text_of("rentree-en.html")) == (title.text, True)


def test_readers_of_the_former_feed_have_all_news(tmp_path: Path) -> None:
    """Where publishconf.py says that it was; with `pelican` itself, in the folder of the blog."""
    folder = blog(tmp_path / "site")
    ended = pelican(folder, "-s", "publishconf.py", PYTHONPATH=str(REPOSITORY / "plugins"))
    output = folder / "output"

    assert (0, True, True) == (
        ended.returncode,
        "https://carnet.example/rentree.html" in (output / ALL).read_text("utf-8"),
        (output / "premiers-pas-installer-python.html").is_file(),
    )


POST = "Title: {title}\nDate: {date}\nSlug: {slug}\nLang: {lang}\n\nVoir [l’autre]({{filename}}{other}).\n"


def post(title: str, lang: str, other: str, slug: str = "un", date: str = "2019-01-02") -> str:
    return POST.format(title=title, lang=lang, other=other, slug=slug, date=date)


def test_in_a_site_of_two_languages_a_text_and_its_translation_are_one(site_of: SiteOf) -> None:
    """Each where it was; a text of one language is in the folder of the other beside."""
    site = site_of(
        {
            "pelicanconf.py": SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n',
            "content/vie/un.md": post("Un", "fr", "seul.md"),
            "content/vie/un-nl.md": post("Een", "nl", "seul.md", date="2019-02-03"),
            "content/vie/seul.md": post("Seul", "fr", "un.md", slug="seul"),
        }
    )
    texts = {url for url in site.urls if url.endswith(".html") and url != "404.html" and "/404" not in url}

    assert ((), {"un.html", "un-nl.html", "seul.html", "nl/seul.html"}) == (site.problems, texts)
    assert "un-nl.html" == site.page("nl/seul.html").link("l’autre")


SETTINGS = """\
ARTICLE_PATHS = ["blog"]
ARTICLE_EXCLUDES = ["blog/notes"]
PAGE_PATHS = ["fixes"]
ARTICLE_LANG_URL = "{lang}/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
DRAFT_SAVE_AS = ""
DEFAULT_DATE = (2015, 6, 7)
WITH_FUTURE_DATES = False
"""


@pytest.fixture(scope="module")
def with_settings(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("settings")
    files = {
        "pelicanconf.py": SMALLEST_SETTINGS + SETTINGS,
        "content/blog/un.md": post("Un", "fr", "un-en.md"),
        "content/blog/un-en.md": post("One", "en", "un.md"),
        "content/blog/sans-date.md": "Title: Sans date\n\nUn texte.\n",
        "content/blog/demain.md": post("Demain", "fr", "un.md", "demain", "2027-01-01"),
        "content/blog/essai.md": "Title: Essai\nStatus: draft\n\nUn texte.\n",
        "content/blog/notes/a.md": post("A", "fr", "../un.md", "a"),
        "content/carnet/b.md": post("B", "fr", "../blog/un.md", "b"),
        "content/fixes/nous.md": "Title: Nous\n\nUn texte.\n",
    }
    for name, text in files.items():
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_text(text, "utf-8")
    return build(folder / "site", folder / "output")


def test_the_blog_s_own_settings_say_what_is_published_and_where(with_settings: Built) -> None:
    """Its paths, its addresses, its day for what has none."""
    own = {"un.html", "en/un/", "sans-date.html", "pages/nous.html", "a.html", "b.html", "demain.html"}

    assert own - {"a.html", "b.html", "demain.html"} == own & set(with_settings.urls)


def test_what_those_settings_leave_out_is_warned_of(with_settings: Built) -> None:
    """It is read by nobody."""

    assert (0, ["content/blog/notes/a.md", "content/carnet/b.md"]) == (
        with_settings.code,
        [line.partition(":")[0] for line in with_settings.problems],
    )


def test_a_wrong_date_is_told_at_its_line(site_of: SiteOf) -> None:
    """As in our own texts."""
    site = site_of(
        {"content/vie/un.rst": "Un\n##\n\n:tags: a\n:date: 2019-13-45\n\nUn texte.\n"}, may_fail=True
    )

    assert (1, 1, True) == (
        site.code,
        len(site.problems),
        site.problems[0].startswith('content/vie/un.rst:5:1: error: "2019-13-45"'),
    )


def test_two_texts_at_one_address_are_told(site_of: SiteOf) -> None:
    """None of them is lost."""
    site = site_of(
        {
            "content/vie/un.md": post("Un", "fr", "deux.md", "meme"),
            "content/vie/deux.md": post("Deux", "fr", "un.md", "meme"),
        },
        may_fail=True,
    )

    assert (1, True) == (site.code, "[duplicate-slug]" in "".join(site.problems))


def test_news_and_a_blog_may_have_the_same_name(site_of: SiteOf) -> None:
    """Each is shown with its own address."""
    ours = "---\ntitle: Notre rentrée\ndate: 2026-11-01\n---\n\nUn texte.\n"
    site = site_of(
        {
            "content/actualites/un.md": ours,
            "content/vie/un.md": post("Leur rentrée", "fr", "../actualites/un.md"),
        }
    )
    news = site.page("actualites/")

    assert ("actualites/un/", "un.html", ()) == (
        news.link("Notre rentrée"),
        news.link("Leur rentrée"),
        site.problems,
    )


def test_a_link_that_leads_nowhere_stops_no_blog(site_of: SiteOf) -> None:
    """Pelican warns of it too."""
    site = site_of({"content/vie/un.md": post("Un", "fr", "parti.md")})

    assert (0, ["[missing-link]"]) == (site.code, [line.rpartition(" ")[2] for line in site.problems])


def test_a_text_in_a_folder_called_nearly_as_ours_is_taken_for_a_mistake(site_of: SiteOf) -> None:
    """Not for one of a blog, as long as ours has more."""
    ours = "---\ntitle: Un\ndate: 2026-11-01\n---\n\nUn texte.\n"
    site = site_of({"content/actualites/un.md": ours, "content/actualite/deux.md": ours})

    assert (False, ["[unread-file]"]) == (
        site.has("un.html"),
        [line.rpartition(" ")[2] for line in site.problems],
    )


def test_members_alone_read_a_text_of_a_blog_that_says_so(site_of: SiteOf) -> None:
    """It is at no address that tells it."""
    text = post("Secret", "fr", "un.md", "secret").replace("Lang:", "Visibility: members\nLang:")
    site = site_of({"content/vie/un.md": text})

    assert (False, ["[members-left-out]"]) == (
        site.has("secret.html"),
        [line.rpartition(" ")[2] for line in site.problems],
    )


def test_the_series_of_a_blog_are_dossiers(site_of: SiteOf) -> None:
    """As the fields of pelican-series say."""
    one = post("Un", "fr", "deux.md", "un").replace("Lang:", "Series: Python\nSeries_index: 1\nLang:")
    two = post("Deux", "fr", "un.md", "deux").replace("Lang:", "Series: Python\nSeries_index: 2\nLang:")
    site = site_of({"content/vie/un.md": one, "content/vie/deux.md": two})

    assert {"un.html", "deux.html"} <= site.page("actualites/dossiers/python/").targets


@pytest.mark.parametrize("address", ["../../x.html", "/../x.html", "a/./x.html", ".htaccess", "a\\\\x.html"])
def test_no_text_of_a_blog_leaves_the_site(site_of: SiteOf, address: str) -> None:
    """Nor is it a file that a server obeys."""
    text = post("Un", "fr", "un.md").replace("Lang:", f"Save_as: {address}\nUrl: un.html\nLang:")
    site = site_of({"content/vie/un.md": text}, may_fail=True)

    assert (1, ["content/vie/un.md:4:10"], ["[bad-address]"]) == (
        site.code,
        [line.partition(": ")[0] for line in site.problems],
        [line.rpartition(" ")[2] for line in site.problems],
    )


def test_a_link_as_a_browser_follows_it_starts_at_the_page(site_of: SiteOf) -> None:
    """Pelican leaves it as it is."""
    links = "[a](deux.html) [b](../un.html) [c](deux.md) [d](#ici) [e](images/plan.png)\n\n## Ici\n"
    there = post("Un", "fr", "deux.md", "un") + links.replace("../un", "un")
    below = post("Deux", "fr", "un.md", "deux") + links.replace("(deux.html)", "(x/)")
    below = below.replace("Lang:", "Save_as: la/deux.html\nLang:").replace("images/", "../images/")
    site = site_of(
        {
            "content/vie/un.md": there.replace("deux.html", "la/deux.html"),
            "content/vie/deux.md": below.replace("(x/)", "(deux.html)").replace("(deux.md)", "(un.md)"),
            "content/images/plan.png": picture(),
        }
    )
    first, second = site.page("un.html"), site.page("la/deux.html")

    assert ((), ["la/deux.html", "un.html", "la/deux.html", "un.html#ici"]) == (
        site.problems,
        [first.link(name) for name in "abcd"],
    )
    assert ["la/deux.html", "un.html", "un.html"] == [second.link(name) for name in "abc"]


def test_what_members_read_of_a_blog_is_sealed(tmp_path: Path) -> None:
    """Neither its words nor its address are told."""
    fields = "Date: 2019-01-02\nVisibility: members\nTags: motcache\nSlug: slugcache\n"
    folder = write_site(
        tmp_path / "site", {"content/vie/un.md": f"Title: Titrecache\n{fields}\nTextecache\n"}
    )
    phrase = {"ASSOSITE_MEMBERS_PASSPHRASE": "lanterne chemise patience moulin orage"}
    site = build(folder, tmp_path / "output", variables=phrase)
    told = b"".join(site.contents().values()).lower() + " ".join(site.files).encode()

    assert (0, []) == (
        site.code,
        [word for word in (b"titrecache", b"motcache", b"slugcache", b"textecache") if word in told],
    )
    assert 2 == sum(name.startswith("membres/") and name.endswith(".html") for name in site.files)


COPYING = """\
STATIC_PATHS = ["vie"]
DIRECT_TEMPLATES = ["index", "archives"]
FEED_ALL_RSS = "feeds/all.rss.xml"
"""


def test_pelican_copies_no_source_and_writes_no_list_of_its_own(site_of: SiteOf) -> None:
    """What it copies may be the folder of a blog; an empty feed would be worse than none."""
    site = site_of(
        {
            "pelicanconf.py": SMALLEST_SETTINGS + COPYING,
            "content/vie/un.md": post("Un", "fr", "un.md"),
            "content/vie/deux.rst": "Deux\n####\n\n:date: 2019-01-02\n:status: draft\n\nUn texte.\n",
            "content/vie/plan.txt": "Un plan.",
            "content/vie/demo.html": "<html><head><title>Démo</title></head><body>Un jeu.</body></html>",
        }
    )
    others = {name for name in site.files if name.startswith(("vie/", "archives", "feeds/all.rss"))}

    assert (
        {"vie/plan.txt", "vie/demo.html"},
        (
            "pelicanconf.py:10:1: warning: DIRECT_TEMPLATES names lists of articles that the site has in its "
            'own way: "archives"; take them out [bad-setting]',
        ),
    ) == (others, site.problems)
