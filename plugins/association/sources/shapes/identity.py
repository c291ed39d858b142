"""The ASSOCIATION dict of pelicanconf.py (DESIGN section 3)."""

from pydantic import Field

from ..fields import Colour, Email, ImagePath, Line, Name, Phone, TextField, WebUrl
from .base import Shape


class IdentityShape(Shape):
    name: Line
    legal_form: Name | None = None
    tagline: TextField | None = None
    territory: Name | None = None
    founded: Line | None = None
    registration: Line | None = None
    email: Email | None = None
    phone: Phone | None = None
    address: Line | None = None
    logo: ImagePath | None = None
    accent: Colour | None = None
    social: dict[Line, WebUrl] = Field(default_factory=dict)
    repository: WebUrl | None = None
    notice: TextField | None = None
