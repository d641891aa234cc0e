"""The child process: bytes of one file in, JSON out, under limits that a hostile file cannot lift."""

import json
import sys

from nennep.documents.files.reading.limits import limit
from nennep.documents.files.reading.reading import Fault, Unreadable


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
