"""Django settings. What differs between installations comes from the data folder; the rest is the same everywhere."""

from pathlib import Path

from nennep.config.datafolder import DataFolder

PACKAGE = Path(__file__).resolve().parent.parent
DATA = DataFolder.from_environment()

SECRET_KEY = DATA.secret_key()
DEBUG = False
ALLOWED_HOSTS = DATA.settings.get("hosts", ["127.0.0.1", "localhost", "[::1]"])
DATABASES = {"default": DATA.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The rooms in the order of the house: a room imports only rooms that stand above it (import-linter holds this).
ROOMS = [
    "web",
    "ledger",
    "organisation",
    "rulebook",
    "indicators",
    "documents",
    "programme",
    "meetings",
    "review",
    "recognition",
    "oversight",
    "reports",
    "portal",
    "exchange",
    "desk",
]

INSTALLED_APPS = [
    *(f"nennep.{room}" for room in ROOMS),
    "nennep.config",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.embeds",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "nennep.web.language.language_chosen",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "nennep.organisation.requests.who_and_when",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nennep.config.urls.rooms_on_the_bar",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

ROOT_URLCONF = "nennep.config.urls"
WSGI_APPLICATION = "nennep.config.wsgi.application"

AUTH_USER_MODEL = "organisation.User"
LOGIN_URL = "organisation:sign-in"
LOGIN_REDIRECT_URL = "desk:today"
LOGOUT_REDIRECT_URL = "organisation:sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = ["nennep.web.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA.root / "static"
MEDIA_ROOT = DATA.root / "files"
MEDIA_URL = "/tep/"
# Served straight from the package: nothing to collect before the first start.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None

WAGTAIL_SITE_NAME = "Nền Nếp"
WAGTAILADMIN_BASE_URL = DATA.settings.get("address", "http://127.0.0.1:8000")
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = [("vi", "Tiếng Việt")]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
