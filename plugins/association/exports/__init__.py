"""What machines read of the association: calendars, open data, feeds. From the domain to bytes, no files."""
