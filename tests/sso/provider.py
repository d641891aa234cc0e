"""An agency's sign-on server for tests: a small Django project of its own, run as `-m tests.sso.provider FOLDER CALLBACK`.

It signs in with a name and a password, asks for consent, insists on PKCE and answers OpenID Connect as agencies do.
"""

import json
import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

CLIENT = "nen-nep"
SECRET = "mot-bi-mat-chi-de-thu"  # noqa: S105  # pragma: allowlist secret
PASSWORD = "mat-khau-o-co-quan"  # noqa: S105  # pragma: allowlist secret
PEOPLE = {"lua": True, "bang": False, "nguoi-la": True}
"""Who works there, and whether the agency vouches for their address."""


def address_of(username: str) -> str:
    return f"{username}@co-quan.vn"


def configure(folder: Path, address: str) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    login = '<form method="post">{% csrf_token %}{{ form }}<input type="hidden" name="next" value="{{ next }}"></form>'
    consent = (
        '<form method="post">{% csrf_token %}{% for field in form %}{{ field }}{% endfor %}'
        '<button name="allow" value="Authorize"></button></form>'
    )
    templates = {"login.html": login, "oauth2_provider/authorize.html": consent}
    settings.configure(
        SECRET_KEY="chi-de-thu",  # noqa: S106  # pragma: allowlist secret
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="tests.sso.urls",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.sqlite3"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [("django.template.loaders.locmem.Loader", templates)],
                    "context_processors": ["django.template.context_processors.request"],
                },
            }
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        LOGIN_URL="/vao/",
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_RSA_PRIVATE_KEY": key.decode(),
            "OIDC_ISS_ENDPOINT": f"{address}/o",
            "PKCE_REQUIRED": True,
            "ALLOWED_REDIRECT_URI_SCHEMES": ["http"],
            "OAUTH2_VALIDATOR_CLASS": "tests.sso.claims.Claims",
            "SCOPES": {"openid": "openid", "profile": "profile", "email": "email"},
        },
    )


def people_and_client(callback: str) -> None:
    from django.contrib.auth.models import User
    from oauth2_provider.models import Application

    for username in PEOPLE:
        User.objects.create_user(username, password=PASSWORD)
    Application.objects.create(
        name="Nền Nếp",
        client_id=CLIENT,
        client_secret=SECRET,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris=callback,
        algorithm=Application.RS256_ALGORITHM,
    )


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


def main(folder: str, callback: str) -> None:
    os.environ.setdefault("OAUTHLIB_INSECURE_TRANSPORT", "1")
    server = make_server("127.0.0.1", 0, None, Server, Silent)
    address = f"http://127.0.0.1:{server.server_port}"
    configure(Path(folder), address)
    django.setup()
    call_command("migrate", verbosity=0)
    people_and_client(callback)
    server.set_app(get_wsgi_application())
    print(json.dumps({"address": address}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
