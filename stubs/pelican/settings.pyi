from collections.abc import Mapping

DEFAULT_CONFIG: dict[str, object]

def read_settings(
    path: str | None = None, override: Mapping[str, object] | None = None
) -> dict[str, object]: ...
