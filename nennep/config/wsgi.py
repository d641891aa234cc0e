import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nennep.config.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402  # there are none before the line above

from nennep.desk.reminders import clock  # noqa: E402

if settings.SENDS_MAIL:
    clock.start()
