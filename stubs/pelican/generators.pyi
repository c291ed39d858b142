from jinja2 import Environment

class Generator:
    context: dict[str, object]
    settings: dict[str, object]
    output_path: str
    env: Environment
    def generate_context(self) -> None: ...
    def generate_output(self, writer: object) -> None: ...
