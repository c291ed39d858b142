"""Documents are made by tests/metadata, small sites by tests/content."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path += [str(TESTS / "metadata"), str(TESTS / "content")]
