"""What an enrolment left, as JSON and back: keys of what was added, old values of what was corrected."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from nennep.organisation.enrolment import ACTS, Correction, Enrolled, Kind

KINDS: dict[str, Kind] = {kind._meta.label_lower: kind for kind in ACTS}


def as_json(done: Enrolled) -> dict[str, Any]:
    left = {
        "added": {kind._meta.label_lower: keys for kind, keys in done.added.items()},
        "corrected": [
            {"kind": item.kind._meta.label_lower, "pk": item.pk, "before": item.before} for item in done.corrected
        ],
        "last_entry": done.last_entry,
    }
    plain: dict[str, Any] = json.loads(json.dumps(left, cls=DjangoJSONEncoder))
    return plain


def from_json(left: dict[str, Any]) -> Enrolled:
    """The same again, each old value in the type of its column."""
    return Enrolled(
        added={kind: left["added"][label] for label, kind in KINDS.items()},
        corrected=[
            Correction(KINDS[item["kind"]], item["pk"], typed(KINDS[item["kind"]], item["before"]))
            for item in left["corrected"]
        ],
        last_entry=left["last_entry"],
    )


def typed(kind: Kind, before: dict[str, Any]) -> dict[str, Any]:
    columns = {column.attname: column for column in kind._meta.concrete_fields}
    return {
        name: value if columns[name].is_relation else columns[name].to_python(value) for name, value in before.items()
    }
