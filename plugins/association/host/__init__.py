"""The only Pelican glue: settings, the Markdown reader, the base of all sections, the writer."""
