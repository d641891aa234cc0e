"""Codes that people read off paper and type: no look-alikes, and nothing that a Vietnamese keyboard turns into a letter."""

import secrets

from django.utils.crypto import salted_hmac

ALPHABET = "23456789CFGHJKMNPQRTVX"
"""No 0 O 1 I L, of B 8, S 5, Z 2 and U V one each; no vowel, D, W or Y, for typing them twice or after each other makes
an â, a đ or a ư where Telex is on."""
LENGTH = 12  # 53 bits: who guesses one in 30 tries in a quarter of an hour needs longer than the sheet is valid


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def grouped(code: str) -> str:
    """In fours, as it is printed: "K7QM 3XTP 9C2R"."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_code(typed: str) -> str:
    """What was meant: capitals, without the spaces and dashes between."""
    return "".join(char for char in typed.upper() if char.isalnum())


def digest_of(code: str, purpose: str) -> str:
    """What is kept instead of the code. Keyed: a stolen database alone does not let anybody search for codes."""
    return salted_hmac(f"nennep.{purpose}", read_code(code), algorithm="sha256").hexdigest()


def new_pin() -> str:
    """Six digits for a slip, none that everybody would try first."""
    while is_obvious(pin := f"{secrets.randbelow(1_000_000):06d}"):
        continue
    return pin


def is_obvious(pin: str) -> bool:
    """One digit six times, two in turn, or a run such as 123456."""
    steps = {(int(after) - int(before)) % 10 for before, after in zip(pin, pin[1:], strict=False)}
    return len(set(pin)) <= 2 or steps in ({1}, {9})
