"""Ce qui change quand le site est publié : `python3 tasks.py build --publish`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # pour `pelican -s publishconf.py`

from pelicanconf import *

# L'adresse du site, sans barre à la fin.
SITEURL = "https://tactic.example"
