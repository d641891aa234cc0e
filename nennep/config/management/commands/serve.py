"""`nennep serve`: run the web server on this machine."""

import os
import socket
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Serve the program on 127.0.0.1 (Granian, one process, no other service needed)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise CommandError(f"Cổng {port} đang có chương trình khác dùng; thêm --port {port + 1}.") from error
        self.stdout.write(f"Mở http://{host}:{port}/ (bấm Ctrl+C để dừng)")
        self.stdout.flush()
        server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
        # Backpressure counts open connections, idle ones too, and a browser leaves several open; threads bound the work.
        server += ["--no-ws", "--blocking-threads", "4", "--backpressure", "1024", "--log-level", "warning"]
        server += ["nennep.config.wsgi:application"]
        os.execv(sys.executable, server)  # noqa: S606  # the server takes over this process
