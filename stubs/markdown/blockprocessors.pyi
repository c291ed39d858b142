from xml.etree.ElementTree import Element

class BlockProcessor:
    def run(self, parent: Element, blocks: list[str]) -> bool | None: ...
