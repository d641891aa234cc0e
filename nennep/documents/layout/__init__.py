"""Is a Word file laid out as a Party document has to be? reading → parts → rules → checking → mending.

`check(content, on=…)` says what differs, where, and by which document; `mend(content, on=…)` gives back a copy whose layout
is put right and whose text is the same, letter by letter.
"""

from nennep.documents.layout.checking import Checked, Undated, check
from nennep.documents.layout.findings import Finding, Severity
from nennep.documents.layout.mending import Mended, mend
from nennep.documents.layout.opening import NotReadable

__all__ = ["Checked", "Finding", "Mended", "NotReadable", "Severity", "Undated", "check", "mend"]
