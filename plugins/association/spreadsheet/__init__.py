"""Members from the export of a spreadsheet: a table, a mapping of its columns, and what it changes."""
