"""A picture in the sizes and formats a browser chooses from, and nothing of the original but its pixels.

These are made ordinary first: upright, sRGB, 8 bits, without a palette. The same file gives the same bytes on
any machine. Whoever changes a choice here changes RECIPE too.

They are kept on disk between builds, so that an unchanged picture is not worked on twice. An entry is a line
of JSON that lists the renditions, then their bytes; one that is gone or damaged is made again.
"""

import json
import math
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import PIL
from PIL import ImageCms
from PIL.Image import Image, Resampling, Transpose, new

from ..cache import UNFINISHED, keep, kept
from .formats import BadImage, Format, Reason, format_of
from .reading import Original, decoding, inspect, opened

Key = str

RECIPE = 2
KEPT = ".renditions"
UNUSED_FOR = timedelta(days=30)

OVERSAMPLING = 1.5
MODERN: tuple[str, ...] = (Format.AVIF, Format.WEBP)

FEW_COLOURS = 256
COMMONEST = 8
MIDDLE, LIGHT_SHARE = 128, 0.6
Options = dict[str, int | bool | str]
# Bytes of AVIF depend on the number of threads and tiles, which Pillow takes from the machine.
ANYWHERE: Options = {"codec": "aom", "max_threads": 1, "autotiling": False}
OF_PHOTOS: dict[Format, Options] = {
    Format.AVIF: {"quality": 60, "speed": 8, **ANYWHERE},
    Format.WEBP: {"quality": 78, "method": 4},
    Format.JPEG: {"quality": 82, "progressive": True, "optimize": True},
    Format.PNG: {"compress_level": 3},
}
# Drawn edges show what photos hide: colour at full resolution, and WebP without loss.
OF_LINE_ART: dict[Format, Options] = {
    Format.AVIF: {"quality": 75, "speed": 9, "subsampling": "4:4:4", **ANYWHERE},
    Format.WEBP: {"lossless": True, "quality": 70, "method": 4},
    Format.PNG: {"compress_level": 6},
}

GREY_16_BITS = ("I", "I;16")


@dataclass(frozen=True, slots=True)
class Rendition:
    """extension: without a dot. is_drawing: lines on a light ground, which may be turned over in the dark."""

    width: int
    height: int
    format: Format
    extension: str
    content: bytes
    is_drawing: bool = False


def is_line_art(image: Image) -> bool:
    """Few colours, eight of which cover half of it; a grey photo has few too, but uses them evenly."""
    counted = image.getcolors(FEW_COLOURS)
    if counted is None:
        return False
    commonest = sorted((count for count, _ in counted), reverse=True)[:COMMONEST]
    return 2 * sum(commonest) >= image.width * image.height


def is_drawing(image: Image) -> bool:
    """Line art that is light for the most part; what can be seen through is light too."""
    flat = image
    if image.mode == "RGBA":
        flat = new("RGB", image.size, "white")
        flat.paste(image, mask=image.getchannel("A"))
    light = sum(flat.convert("L").histogram()[MIDDLE:])
    return is_line_art(flat) and light >= LIGHT_SHARE * image.width * image.height


@dataclass(frozen=True, slots=True)
class DecodedPicture:
    """The decoded original at the largest size that is asked of it; `scales` are all its sizes, rising."""

    pixels: Image
    is_line_art: bool
    scales: tuple[tuple[int, int], ...]
    is_drawing: bool

    @property
    def fallback(self) -> Format:
        return Format.PNG if self.is_line_art or self.pixels.mode == "RGBA" else Format.JPEG


def renditions(
    path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN
) -> tuple[Rendition, ...]:
    """By rising width: each of `formats`, then the fallback. A format heavier than the fallback is left out.

    It is in or out for all widths, by their sum: a browser that prefers it would lack the missing ones.
    """
    picture = _picture(path, widths)
    sized = _sized(picture)
    fallback = _in_format(sized, picture.fallback, picture)
    modern = (_in_format(sized, Format(name), picture) for name in formats)
    kept = [series for series in modern if _weight(series) <= _weight(fallback)]
    return tuple(rendition for same_width in zip(*kept, fallback, strict=True) for rendition in same_width)


def fitting(widths: Sequence[int], original: int) -> tuple[int, ...]:
    """None wider than the original, which stands in for the wider ones."""
    return tuple(sorted({min(width, original) for width in widths}))


def _picture(path: Path, widths: tuple[int, ...]) -> DecodedPicture:
    found = format_of(path)
    if found is Format.SVG:
        raise BadImage(Reason.VECTOR)
    with opened(path, found) as original:
        scales = tuple(_scales(original.upright_size, widths))
        with decoding():
            _decode(original, scales[-1])
            pixels = ordinary(original.image, original.turn)
    has_palette = original.image.mode in ("1", "P")
    line_art = has_palette or (found is not Format.JPEG and is_line_art(pixels))
    return DecodedPicture(pixels, line_art, scales, line_art and is_drawing(pixels))


def _scales(original: tuple[int, int], widths: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    original_width, original_height = original
    for width in fitting(widths, original_width):
        yield width, max(1, round(original_height * width / original_width))


def _decode(original: Original, largest: tuple[int, int]) -> None:
    """A JPEG much larger than wanted is decoded at a half, a quarter or an eighth: quicker, and as good."""
    across, down = (round(side * OVERSAMPLING) for side in largest)
    original.image.draft(None, (down, across) if original.is_lying_down else (across, down))
    original.image.load()


def _sized(picture: DecodedPicture) -> tuple[Image, ...]:
    """Each from the largest, not from the original: almost as sharp, and much quicker."""
    largest = resized(picture.pixels, *picture.scales[-1])
    smaller = (largest.resize(scale, Resampling.LANCZOS) for scale in picture.scales[:-1])
    return (*smaller, largest)


def _in_format(
    sized: tuple[Image, ...], file_format: Format, picture: DecodedPicture
) -> tuple[Rendition, ...]:
    return tuple(
        Rendition(
            *image.size,
            file_format,
            file_format.extension,
            encoded(image, file_format, picture.is_line_art),
            picture.is_drawing,
        )
        for image in sized
    )


def _weight(series: tuple[Rendition, ...]) -> int:
    return sum(len(rendition.content) for rendition in series)


def encoded(image: Image, file_format: Format, is_line_art: bool = False) -> bytes:
    options = (OF_LINE_ART if is_line_art else OF_PHOTOS)[file_format]
    buffer = BytesIO()
    image.save(buffer, file_format.value, **options)
    return buffer.getvalue()


def ordinary(image: Image, turn: Transpose | None) -> Image:
    """In mode L, RGB or RGBA. Pixels only: `info`, where Pillow keeps every kind of metadata, is empty."""
    upright = image.copy() if turn is None else image.transpose(turn)
    flat = _without_useless_alpha(_in_srgb(_flat(upright)))
    flat.info = {}
    return flat


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


@dataclass(frozen=True, slots=True)
class Cache:
    folder: Path

    def renditions(
        self, path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN
    ) -> tuple[Rendition, ...]:
        """Refuses what `renditions` refuses, also a lying name for a picture known under an honest one."""
        return self.known(path, widths, formats) or self.made(path, widths, formats)

    def known(
        self, path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN
    ) -> tuple[Rendition, ...] | None:
        """None for a picture that is new, whatever its name; of one that is known no pixel is looked at."""
        inspect(path)
        packed = kept(self._entry(self.key(path, widths, formats)))
        return None if packed is None else _unpacked(packed)

    def made(
        self, path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN
    ) -> tuple[Rendition, ...]:
        made = renditions(path, widths, formats)
        keep(self._entry(self.key(path, widths, formats)), _packed(made))
        return made

    def key(self, path: Path, widths: tuple[int, ...], formats: tuple[str, ...] = MODERN) -> Key:
        """What `prune` is to be told: everything that the renditions depend on."""
        recipe = json.dumps([RECIPE, PIL.__version__, sorted(set(widths)), [str(name) for name in formats]])
        return sha256(sha256(path.read_bytes()).digest() + recipe.encode()).hexdigest()

    def prune(self, keep: Collection[Key], now: datetime) -> None:
        """Removes entries that are neither in `keep` nor used, by anyone, in the thirty days before `now`."""
        limit = (now - UNUSED_FOR).timestamp()
        spared = {self._entry(key) for key in keep}
        for entry in self._entries():
            if entry not in spared and _last_use(entry) < limit:
                with suppress(OSError):
                    entry.unlink()

    def _entries(self) -> list[Path]:
        """None, when another build or a hand has just removed the folder."""
        with suppress(OSError):
            return sorted(path for path in self.folder.iterdir() if path.suffix in (KEPT, UNFINISHED))
        return []

    def _entry(self, key: Key) -> Path:
        return self.folder / f"{key}{KEPT}"


def _packed(made: tuple[Rendition, ...]) -> bytes:
    listed = [
        [one.width, one.height, one.format, one.extension, len(one.content), one.is_drawing] for one in made
    ]
    return json.dumps(listed).encode() + b"\n" + b"".join(one.content for one in made)


def _unpacked(packed: bytes) -> tuple[Rendition, ...]:
    listed, _, contents = packed.partition(b"\n")
    unpacked = []
    start = 0
    for width, height, file_format, extension, size, drawn in json.loads(listed):
        content = contents[start : start + size]
        unpacked.append(Rendition(width, height, Format(file_format), extension, content, drawn))
        start += size
    return tuple(unpacked)


def _last_use(entry: Path) -> float:
    """For ever, when it cannot be told, or another build has just removed it: nothing is left to do."""
    try:
        return entry.stat().st_mtime
    except OSError:
        return math.inf
