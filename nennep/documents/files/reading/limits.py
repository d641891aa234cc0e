"""Limits on the process that reads files, which a hostile file cannot lift."""

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
