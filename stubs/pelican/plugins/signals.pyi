from blinker import NamedSignal

initialized: NamedSignal
get_generators: NamedSignal
finalized: NamedSignal
content_written: NamedSignal
