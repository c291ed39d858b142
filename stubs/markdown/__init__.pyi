from .core import Markdown as Markdown
