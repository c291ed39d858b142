from pelican.plugins import signals as signals

class Pelican:
    settings: dict[str, object]
    theme: str
    output_path: str
    def __init__(self, settings: dict[str, object]) -> None: ...
    def run(self) -> None: ...
