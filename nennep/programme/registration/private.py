"""The lock on drafts: a key for each author, made from the installation's key; nothing that lists or looks opens it."""

import base64
import json
from typing import Any

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from nennep.organisation.models import Person


def sealed(content: list[dict[str, Any]], author: Person) -> str:
    """The content as text that only `opened` for the same author reads."""
    return _lock(author).encrypt(json.dumps(content, ensure_ascii=False).encode()).decode()


def opened(text: str, author: Person) -> list[dict[str, Any]]:
    """What was sealed. Raises `cryptography.fernet.InvalidToken` for another author's text or another installation's."""
    content: list[dict[str, Any]] = json.loads(_lock(author).decrypt(text.encode()))
    return content


def _lock(author: Person) -> Fernet:
    purpose = f"nennep pledge draft of person {author.pk}".encode()
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))
