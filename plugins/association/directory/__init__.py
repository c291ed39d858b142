"""The directory: all members, each member, members by skill, town and type."""

from ..host.plugin import registering
from .section import Directory

register = registering(Directory)
