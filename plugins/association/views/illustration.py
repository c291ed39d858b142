"""The picture that an editor gives a text, as its page and lists show it."""

from dataclasses import dataclass

from ..domain.writing import Picture
from ..host.pictures import PublishedImage
from .voice import Voice


@dataclass(frozen=True, slots=True)
class Illustration:
    image: PublishedImage
    alt: str


def illustration(picture: Picture | None, voice: Voice) -> Illustration | None:
    image = voice.image(picture.path) if picture else None
    return Illustration(image, voice.say(picture.alt)) if image else None
