"""Pictures that tests write themselves: photos, line art, and files that are not what they seem."""

from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image
from PIL.ExifTags import IFD, Base
from PIL.ImageCms import ImageCmsProfile, createProfile

Size = tuple[int, int]
SaveOption = str | int | bool | bytes | list[Image.Image]

NAMED_FORMATS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}


def photo(size: Size = (120, 80), mode: str = "RGB", seed: int = 1) -> Image.Image:
    """Soft shapes with some grain: many colours, no two pixels quite the same."""
    random = Random(seed)
    coarse = Image.frombytes("RGB", (6, 4), random.randbytes(6 * 4 * 3)).resize(
        size, Image.Resampling.BICUBIC
    )
    grain = Image.frombytes("RGB", size, random.randbytes(size[0] * size[1] * 3))
    return Image.blend(coarse, grain, 0.06).convert(mode)


def line_art(size: Size = (120, 80), mode: str = "RGB") -> Image.Image:
    """A red square on white."""
    drawing = Image.new("RGB", size, "white")
    drawing.paste("#c8102e", (size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2))
    return drawing.convert(mode)


def half_transparent(size: Size = (120, 80)) -> Image.Image:
    image = photo(size).convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(size))
    return image


def saved(image: Image.Image, path: Path, **options: SaveOption) -> Path:
    path.write_bytes(as_bytes(image, NAMED_FORMATS[path.suffix], **options))
    return path


def as_bytes(image: Image.Image, file_format: str, **options: SaveOption) -> bytes:
    buffer = BytesIO()
    image.save(buffer, file_format, **options)
    return buffer.getvalue()


def exif(orientation: int = 1, description: str = "canary") -> bytes:
    """With a place on earth, like a telephone writes."""
    block = Image.Exif()
    block[Base.Orientation] = orientation
    block[Base.ImageDescription] = description
    block.get_ifd(IFD.GPSInfo).update({1: "N", 2: (50.0, 25.0, 46.0), 3: "E", 4: (2.0, 49.0, 58.0)})
    return block.tobytes()


def colour_profile(name: str = "sRGB") -> bytes:
    return ImageCmsProfile(createProfile(name)).tobytes()


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image
