"""Django settings. What differs between installations comes from the data folder; the rest is the same everywhere."""

from pathlib import Path

from nennep.config.datafolder import DataFolder

PACKAGE = Path(__file__).resolve().parent.parent
DATA = DataFolder.from_environment()
DATA.require_sound()

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
    "search",
    "rulebook",
    "indicators",
    "documents",
    "programme",
    "ballots",
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
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
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
    "allauth.account.middleware.AccountMiddleware",
    "nennep.organisation.requests.who_and_when",
    "nennep.organisation.accounts.sessions.watched",
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

# Two processes share nothing but the database: counts of tries and used codes have to be seen by both.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

AUTH_USER_MODEL = "organisation.User"
AUTHENTICATION_BACKENDS = ["nennep.organisation.accounts.backend.ByLoginName"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:today"
LOGOUT_REDIRECT_URL = "account_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# allauth; its addresses are mounted one by one in nennep/organisation/accounts/urls.py.
ACCOUNT_ADAPTER = "nennep.organisation.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}  # which the backend reads as any of somebody's names
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Nền Nếp] "
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
FORGOTTEN = "nennep.organisation.accounts.forms.ForgottenPasswordForm"
ACCOUNT_FORMS = {"reset_password": FORGOTTEN}
# Our own limits stand in accounts/limits.py; of the library's, those that would shut an office out behind one address.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "60/m/ip,10/5m/key"}
MFA_ADAPTER = "nennep.organisation.accounts.adapter.FactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an address is a convenience here, never the way back in
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # half a minute either way: office clocks are not exact
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
SOCIALACCOUNT_ADAPTER = "nennep.organisation.accounts.adapter.AgencyAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
OIDC = DATA.oidc()
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [OIDC] if OIDC else []}}
# Behind this many proxies; each writes who asked it, so that one proxy's address is not taken for everybody's.
ALLAUTH_TRUSTED_PROXY_COUNT = int(DATA.settings.get("proxies", 0))

SENDS_MAIL = "mail" in DATA.settings
globals().update(DATA.mail())

OVER_HTTPS = DATA.address.startswith("https://")
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if OVER_HTTPS else "http"
CSRF_TRUSTED_ORIGINS = [DATA.address] if DATA.address else []
SESSION_COOKIE_SECURE = OVER_HTTPS
CSRF_COOKIE_SECURE = OVER_HTTPS
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
# Rule packs of this installation; those that ship stand in the rulebook.
RULE_PACKS = DATA.root / "rules"
MEDIA_URL = "/tep/"
# Served straight from the package: nothing to collect before the first start.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 10
# No upload ever touches the disk before the gate has let it in.
FILE_UPLOAD_HANDLERS = ["nennep.documents.files.uploads.InMemory"]

WAGTAIL_SITE_NAME = "Nền Nếp"
ADDRESS = DATA.address or "http://127.0.0.1:8000"
WAGTAILADMIN_BASE_URL = ADDRESS
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
