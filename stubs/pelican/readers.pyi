from collections.abc import Callable, Mapping

class BaseReader:
    process_metadata: Callable[[str, object], object]

    def read(self, source_path: str) -> tuple[str | None, Mapping[str, object]]: ...

class Readers:
    readers: Mapping[str, BaseReader]

    def __init__(self, settings: Mapping[str, object]) -> None: ...
