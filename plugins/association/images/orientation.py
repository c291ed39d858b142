"""Which way up a picture is: the EXIF orientation, the one thing we take from EXIF."""

from PIL.ExifTags import Base
from PIL.Image import Exif, Image, Transpose

TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
LYING_DOWN = (Transpose.TRANSPOSE, Transpose.ROTATE_270, Transpose.TRANSVERSE, Transpose.ROTATE_90)


def turn(image: Image) -> Transpose | None:
    """What puts the picture upright, read from the header: Image.getexif() would decode a whole PNG."""
    exif = Exif()
    try:
        exif.load(image.info.get("exif", b""))
        return TURNS.get(exif.get(Base.Orientation, 1))
    except Exception:  # a damaged EXIF block raises anything, and the picture around it is still good
        return None
