"""Pixels to the bytes of a file format.

Whoever changes a choice here changes RECIPE in `cache` too.
"""

from io import BytesIO

from PIL.Image import Image

from .formats import Format

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


def encoded(image: Image, file_format: Format, is_line_art: bool = False) -> bytes:
    options = (OF_LINE_ART if is_line_art else OF_PHOTOS)[file_format]
    buffer = BytesIO()
    image.save(buffer, file_format.value, **options)
    return buffer.getvalue()
