"""Plans the files of the web editor: one for the whole site, where a forge that has its sources is named."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from ..host.edition import Edition
from ..host.outputs import Copy, File, Output
from ..host.plugin import Section
from ..host.run import Run
from ..host.web_editor import TEXTS, Sources, config_json, lists_of
from ..host.web_editor_page import editor_page
from ..host.web_editor_settings import access_of
from ..render.forge import Project, project_of

SECTIONS = tuple((name, f"{name.upper()}_FOLDER") for name in TEXTS)
STATIC = Path(__file__).parent / "static"


class WebEditor(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        edition = run.edition
        repository, page = edition.association.identity.repository, edition.urls.save_as("WEB_EDITOR")
        if run.is_first and repository and page:
            yield from editor_files(run, project_of(repository), page)


def editor_files(run: Run, project: Project, page: str) -> Iterator[Output]:
    """In the folder of the page, which names them from there."""
    edition = run.edition
    folder = page.rpartition("/")[0]
    before = f"{folder}/" if folder else ""
    languages = tuple(other.language for other in run.of_all_languages)
    yield File(page, partial(editor_page, project, languages[0], edition.association.identity.name))
    lists = lists_of(edition.association)
    access = access_of(edition.urls.settings)
    made = partial(config_json, project, access, sources_of(edition, project), languages, lists)
    yield File(f"{before}config.json", made)
    for file in sorted(path for path in STATIC.rglob("*") if path.is_file()):
        yield Copy(f"{before}{file.relative_to(STATIC).as_posix()}", file)


def sources_of(edition: Edition, project: Project) -> Sources:
    settings, above = edition.urls.settings, f"{project.folder}/" if project.folder else ""
    content = f"{above}{edition.content_folder}"
    return Sources(
        content,
        tuple((name, f"{content}/{str(settings[setting]).strip('/')}") for name, setting in SECTIONS),
        f"{above}{settings['MEMBERS_FILE']}",
        f"{above}{settings['COMMISSIONS_FILE']}",
    )
