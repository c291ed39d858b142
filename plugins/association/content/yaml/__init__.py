"""The YAML that editors write: read strictly, with the place of every word; changed where it stands.

Every byte that is not asked to change stays as it was: values are put into the text at the places that our
own reader gives. ruamel.yaml was tried for this: it gives back members.yaml of the demonstration to the byte,
but writes `[ a, b ]`, `-  id`, `name:   x`, lists at the margin and CRLF its own way, all through the file,
and its rules for scalars are not ours.
"""
