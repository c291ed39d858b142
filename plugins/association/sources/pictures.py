"""Fields that name an image: logos, photos, the picture of an article."""

from ..domain.writing import Picture
from ..problems import sentence
from .desk import Desk
from .links import existing, written_path
from .shapes.front_matter import CommonShape
from .sheets import Sheet
from .site import ImageUse
from .spots import Spot

FROM_CONTENT = ("images/", "{static}/")


def image_path(written: str, spot: Spot, desk: Desk) -> str | None:
    """Path below content of an image field; `x.png` and `images/x.png` are the same file."""
    folder = "" if written.startswith(FROM_CONTENT) else "images"
    with desk.noting():
        return existing(written_path(written, folder, is_image=True), spot.place, desk)
    return None


def logo_path(written: str | None, spot: Spot, desk: Desk) -> str | None:
    """Path below content/images, as the domain has it for logos and photos."""
    path = image_path(written, spot, desk) if written else None
    return path.removeprefix("images/") if path else None


def use_logo(path: str | None, spot: Spot, desk: Desk) -> None:
    if path:
        desk.images.append(ImageUse(f"images/{path}", spot.place))


def picture(sheet: Sheet[CommonShape], desk: Desk) -> Picture | None:
    """The `image` and `image_alt` of the front matter."""
    shape, spot = sheet.shape, sheet.spot / "image"
    path = image_path(shape.image, spot, desk) if shape.image else None
    if shape.image and shape.image_alt is None:
        desk.error(
            spot.key_place,
            "missing-field",
            sentence('found no "{key}"', key="image_alt"),
            sentence("say in a few words what the image shows, for those who cannot see it"),
        )
    if path is None or shape.image_alt is None:
        return None
    if sheet.is_published:
        desk.images.append(ImageUse(path, spot.place))
    else:
        desk.awaited.add(path)
    return Picture(path, shape.image_alt)
