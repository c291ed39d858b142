"""Why an image cannot be published, as an editor reads it."""

from ..images.refusal import BadImage, Reason
from ..problems import Place, Problem, Sentence, sentence

CONVERT = sentence("save it as JPEG, PNG, WebP or AVIF")
EXPORT_AGAIN = sentence("save it again from your drawing program as a plain SVG, or use a PNG")

REASONS: dict[Reason, tuple[Sentence, Sentence | None]] = {
    Reason.MISSING: (sentence('the image "{path}" does not exist'), None),
    Reason.UNREADABLE: (sentence('the image "{path}" cannot be read'), None),
    Reason.TOO_HEAVY: (
        sentence('the image "{path}" weighs {megabytes} MB; the limit is {limit} MB'),
        sentence("make it smaller: 1600 pixels wide is enough"),
    ),
    Reason.NOT_AN_IMAGE: (sentence('"{path}" is not an image'), CONVERT),
    Reason.FORMAT: (sentence('the image "{path}" is in the format {format}'), CONVERT),
    Reason.VECTOR: (
        sentence('the image "{path}" is an SVG; only logos may be'),
        sentence("put it in content/images/logos, or save it as PNG"),
    ),
    Reason.EXTENSION: (
        sentence('the image "{path}" ends in {extension} but is a {format}'),
        sentence("give the file the extension of its format"),
    ),
    Reason.BROKEN: (sentence('the image "{path}" is damaged or cut short'), sentence("send the file again")),
    Reason.TOO_MANY_PIXELS: (
        sentence('the image "{path}" has {megapixels} megapixels; the limit is {limit}'),
        sentence("make it smaller: 1600 pixels wide is enough"),
    ),
    Reason.SIDE_TOO_LONG: (
        sentence('the image "{path}" measures {width} × {height} pixels; no side may pass {limit}'),
        sentence("make it smaller: 1600 pixels wide is enough"),
    ),
    Reason.SVG_BROKEN: (sentence('the drawing "{path}" is not valid SVG at its line {line}'), EXPORT_AGAIN),
    Reason.SVG_DOCTYPE: (
        sentence('the drawing "{path}" declares a DOCTYPE at its line {line}'),
        EXPORT_AGAIN,
    ),
    Reason.SVG_ROOT: (sentence('"{path}" is not a drawing: it begins with <{root}>'), EXPORT_AGAIN),
    Reason.SVG_TOO_COMPLEX: (sentence('the drawing "{path}" is too complex for a logo'), EXPORT_AGAIN),
    Reason.SVG_SIZE: (
        sentence('the drawing "{path}" says neither viewBox nor width and height'),
        EXPORT_AGAIN,
    ),
    Reason.SVG_EMPTY: (
        sentence('nothing is left of the drawing "{path}" once it is made safe'),
        EXPORT_AGAIN,
    ),
}


def image_problem(place: Place, path: str, bad: BadImage) -> Problem:
    message, hint = REASONS[bad.reason]
    return Problem(place, "bad-image", message.filled(path=path, **bad.values), hint)
