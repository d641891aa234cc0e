"""The one thing that happens by itself: every few minutes the letters that are due go out."""

import logging
import threading

from django.db import close_old_connections, connection

from nennep.desk.reminders.letters import send_letters
from nennep.organisation.requests import now

logger = logging.getLogger(__name__)
EVERY = 300  # seconds


def start() -> threading.Thread:
    """A thread beside the web server, gone when the server goes."""
    thread = threading.Thread(target=_run, name="letters", daemon=True)
    thread.start()
    return thread


def _run() -> None:
    pause = threading.Event()
    while not pause.wait(EVERY):
        close_old_connections()
        try:
            send_letters(now())
        except Exception:  # the next round may find the database again
            logger.exception("this round of letters failed")
        finally:
            connection.close()
