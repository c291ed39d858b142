"""What the package needs: all that requirements.txt locks, so that an old site can be built again.

Read by hatchling alone, as the package is built (pyproject.toml).
"""

import re
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

PIN = re.compile(r"^([A-Za-z0-9._-]+==[^\s;\\]+)(?:[ \t]*;[ \t]*([^\\\n]*?))?[ \t]*\\?$", re.MULTILINE)


class LockedRequirements(MetadataHookInterface):
    def update(self, metadata: dict[str, object]) -> None:
        lock = (Path(self.root) / "requirements.txt").read_text(encoding="utf-8")
        metadata["dependencies"] = ["; ".join(filter(None, pin)) for pin in PIN.findall(lock)]
