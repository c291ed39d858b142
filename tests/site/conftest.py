"""The readers of calendars are those of tests/exports, documents are made by tests/metadata.

Big sites are made by benchmarks/.
"""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path += [str(TESTS / "exports"), str(TESTS / "metadata"), str(TESTS.parent / "benchmarks")]
