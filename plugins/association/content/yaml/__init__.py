"""Changing a YAML file where it stands: every byte that is not asked to change stays as it was.

Values are spliced into the text at the positions that our own reader gives, and the result is read again
before it is handed out. ruamel.yaml was tried for this: it gives back members.yaml of the demonstration to
the byte, but writes `[ a, b ]`, `-  id`, `name:   x`, lists at the margin and CRLF its own way, all through
the file, and its rules for scalars are not ours.
"""
