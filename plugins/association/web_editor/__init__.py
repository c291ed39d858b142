"""The web editor at /admin/, for whoever writes without knowing git: Decap CMS, with forms of ours."""

from ..host.plugin import registering
from .section import WebEditor

register = registering(WebEditor)
