from xml.etree.ElementTree import Element

from .util import Processor

class Treeprocessor(Processor):
    def run(self, root: Element) -> Element | None: ...
