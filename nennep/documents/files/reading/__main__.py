"""The child process: bytes of one file in, JSON out, under limits that a hostile file cannot lift."""

import json
import sys

from nennep.documents.files.reading.reading import Fault, Unreadable

MEMORY = 2 * 1024**3
SECONDS = 60


def limit() -> None:
    """No file may be written, memory and time are bounded, and no dump of memory is left behind.

    Windows has no such limits; there the parent's clock alone ends a process that does not come to an end.
    """
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def main() -> None:
    limit()
    # The libraries are loaded under the limits too.
    from nennep.documents.files.reading.kinds import read

    try:
        answer = read(sys.stdin.buffer.read(), sys.argv[1] if len(sys.argv) > 1 else "").as_json()
    except Unreadable as unreadable:
        answer = {"fault": unreadable.fault.value}
    except (MemoryError, RecursionError):
        answer = {"fault": Fault.SWELLS.value}
    sys.stdout.write(json.dumps(answer))


main()
