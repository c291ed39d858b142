"""What the package needs: all that requirements.txt locks, so that an old site can be built again.

Read by hatchling alone, as the package is built (pyproject.toml).
"""

from pathlib import Path
from runpy import run_path

from hatchling.metadata.plugin.interface import MetadataHookInterface


class LockedRequirements(MetadataHookInterface):
    def update(self, metadata: dict[str, object]) -> None:
        root = Path(self.root)
        pin = run_path(str(root / "plugins" / "association" / "cli" / "bootstrap.py"))["PIN"]
        pins = pin.findall((root / "requirements.txt").read_text(encoding="utf-8"))
        wanted = [(f"{name}=={version}", marker) for name, version, marker in pins]
        metadata["dependencies"] = ["; ".join(filter(None, one)) for one in wanted]
