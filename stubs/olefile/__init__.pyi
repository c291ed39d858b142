from types import TracebackType
from typing import BinaryIO

class OleMetadata:
    codepage: int | None
    author: bytes | str | None
    last_saved_by: bytes | str | None
    manager: bytes | str | None

class OleFileIO:
    def __init__(self, filename: BinaryIO) -> None: ...
    def __enter__(self) -> OleFileIO: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def get_metadata(self) -> OleMetadata: ...
