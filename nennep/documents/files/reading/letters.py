"""A letter saved from a mail program (.eml): what it says, and the files that came with it."""

import email
from email import policy
from email.message import EmailMessage

from nennep.documents.files.reading.reading import Attachment, Fault, Kind, Reading, Unreadable
from nennep.documents.gate.lines import lines_in

MAX_ATTACHMENTS = 30


def read_letter(content: bytes) -> Reading:
    """Subject and text as lines, attachments as files to be read each by itself. Pictures of a signature are passed over."""
    try:
        letter = email.message_from_bytes(content, policy=policy.default)
        if not isinstance(letter, EmailMessage) or not letter.get("From"):
            raise Unreadable(Fault.UNKNOWN)
        body = letter.get_body(("plain", "html"))
        reading = Reading(Kind.MAIL, properties=[str(letter.get("Subject", ""))])
        if body is not None:
            reading.lines = list(lines_in(str(body.get_content()).splitlines()))
        for part in letter.iter_attachments():
            name = part.get_filename() or ""
            if part.get_content_disposition() == "inline" and part.get_content_maintype() == "image":
                continue
            held = part.get_payload(decode=True)
            if not isinstance(held, bytes):  # a letter inside the letter
                raise Unreadable(Fault.EMBEDDED)
            reading.attachments.append(Attachment(name, held))
    except (LookupError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unreadable(Fault.DAMAGED) from error
    if len(reading.attachments) > MAX_ATTACHMENTS:
        raise Unreadable(Fault.TOO_MANY_PARTS)
    return reading
