"""From the editors' text to the domain, with every mistake told by file, line and column."""
