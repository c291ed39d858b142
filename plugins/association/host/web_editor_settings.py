"""WEB_EDITOR: how the web editor is allowed into the forge, where its own way does not suit."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..content.suggestions import meant_key
from ..problems import sentence, shown
from .setting_kinds import Ground, SettingFault, SettingFaults

TEXTS = ("app_id", "base_url", "branch")
KEYS = (*TEXTS, "workflow")


@dataclass(frozen=True, slots=True)
class Access:
    """app_id: by which the forge knows the editor. base_url: of an OAuth service, for GitHub.

    Without either, whoever edits logs in with a token of the forge.
    workflow: whether what is saved becomes a merge request first.
    """

    app_id: str = ""
    base_url: str = ""
    branch: str = ""
    workflow: bool = False


def access_of(settings: Mapping[str, object]) -> Access:
    """The review has judged it."""
    written = settings.get("WEB_EDITOR")
    return Access(**written) if isinstance(written, Mapping) else Access()


def web_editor(setting: str, value: object, ground: Ground) -> SettingFaults:
    if value is None:
        return
    if not isinstance(value, Mapping):
        yield SettingFault(
            sentence(
                "{setting} is {found}, expected keys between braces", setting=setting, found=shown(value)
            )
        )
        return
    for key, written in value.items():
        yield from faults_of(setting, str(key), written)


def faults_of(setting: str, key: str, written: object) -> SettingFaults:
    names = {"setting": setting, "key": key, "found": shown(written)}
    if key not in KEYS:
        near = meant_key(key, KEYS)
        hint = sentence('did you mean "{near}"?', near=near) if near else None
        yield SettingFault(
            sentence(
                '{setting} has the unknown key "{key}", expected one of {keys}', keys=", ".join(KEYS), **names
            ),
            hint,
        )
    elif key == "workflow" and not isinstance(written, bool):
        yield SettingFault(sentence('the "{key}" of {setting} is {found}, expected True or False', **names))
    elif key in TEXTS and not (isinstance(written, str) and written.strip()):
        yield SettingFault(sentence('the "{key}" of {setting} is {found}, expected a text', **names))
    elif key == "base_url" and urlsplit(str(written)).scheme != "https":
        yield SettingFault(
            sentence('the "{key}" of {setting} is {found}, expected an https address', **names)
        )
