"""A picture's pixels made ordinary: upright, sRGB, 8 bits, without a palette, and carrying nothing else."""

from io import BytesIO

from PIL import ImageCms
from PIL.Image import Image, Resampling, Transpose

GREY_16_BITS = ("I", "I;16")
FEW_COLOURS = 256
COMMONEST = 8


def ordinary(image: Image, turn: Transpose | None) -> Image:
    """In mode L, RGB or RGBA. Pixels only: `info`, where Pillow keeps every kind of metadata, is empty."""
    upright = image.copy() if turn is None else image.transpose(turn)
    flat = _without_useless_alpha(_in_srgb(_flat(upright)))
    flat.info = {}
    return flat


def is_line_art(image: Image) -> bool:
    """Few colours, eight of which cover half of it; a grey photo has few too, but uses them evenly."""
    counted = image.getcolors(FEW_COLOURS)
    if counted is None:
        return False
    commonest = sorted((count for count, _ in counted), reverse=True)[:COMMONEST]
    return 2 * sum(commonest) >= image.width * image.height


def resized(image: Image, width: int, height: int) -> Image:
    """Through premultiplied alpha, whatever the size: no colour stays hidden under full transparency."""
    if image.mode == "RGBA":
        image = image.convert("RGBa").convert("RGBA")
    return image.resize((width, height), Resampling.LANCZOS, reducing_gap=3)


def _flat(image: Image) -> Image:
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in GREY_16_BITS:
        return image.point(lambda level: level / 256).convert("L")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image) -> Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    profile = image.info.get("icc_profile")
    converted = _converted(image, profile, mode) if profile else None
    return converted or (image.convert(mode) if image.mode == "CMYK" else image)


def _converted(image: Image, profile: bytes, mode: str) -> Image | None:
    """None when the profile is damaged or made for other pixels: the colours are then taken as they are."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _without_useless_alpha(image: Image) -> Image:
    is_opaque = image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255)
    return image.convert("RGB") if is_opaque else image
