"""Write docs/access.md from the tables that the tests walk: `python -m tests.access.document`."""

from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "docs" / "access.md"

INTRODUCTION = """# Who may see and do what

Written by `python -m tests.access.document` from the tables in `tests/access/`. The tests there ask for every page and
try every verb as every kind of person, so what stands here is what the program does; do not edit it by hand.

The people stand around the example cell on 20 January 2015: its own people from *colleague* (not a Party member) to
*secretary*; a *former member*, who has moved away; the secretaries of the cell *beside* it, of the unit *above* it, who
sees figures and no names, and of the unit *far above*, whom the cell has granted names until the end of the month; a
*secretary, by card*, who came in at a shared computer with a card and a PIN; and the *machine's keeper*, an
administrator's login without a person, who reads no content.
"""

PAGES = """## Pages

Read a row as "whoever comes to this address is answered": **sees** the page, **own only** the page without other
people's names, **figures** the page without anybody's name, **404** as if there were no such page, **sign in** first,
**led on** to another page, **403** no unit, **405** not asked this way, **form again** what was sent is not complete.
A page marked *looks* writes down, for those who see others on it, that they looked.
"""

VERBS = """## Verbs

Read a row as "this changes a register, and these may do it"; the others are refused and nothing is written. The command
line is whoever runs `nennep` on the machine that holds the data; somebody without a login or a person does nothing.
"""


def table(heading: str, columns: list[str], rows: list[tuple[str, list[str]]]) -> str:
    lines = [f"| {heading} | {' | '.join(columns)} |", f"| --- |{' --- |' * len(columns)}"]
    lines += [f"| {title} | {' | '.join(cells)} |" for title, cells in rows]
    return "\n".join(lines) + "\n"


def written() -> str:
    """The whole document."""
    from tests.access.kinds import BROWSERS, DOERS, in_order
    from tests.access.pages import PAGES as pages
    from tests.access.verb import name_of
    from tests.access.verbs import STEPS
    from tests.access.verbs import VERBS as verbs

    browsers, doers = in_order(BROWSERS), in_order(DOERS)
    rows = []
    for page in pages:
        note = f"`{page.name}`" + (f" {page.which}" if page.which else "") + (" (looks)" if page.looks else "")
        rows.append((note, [page.get[kind].value for kind in browsers]))
        if page.post is not None:
            rows.append((f"{note} (POST)", [page.post[kind].value for kind in browsers]))
    done = [
        (f"`{verb.name}`" + (f" {verb.which}" if verb.which else ""), ["may" if k in verb.may else "–" for k in doers])
        for verb in verbs
    ]
    steps = [f"`{name_of(step)}` (of `{name_of(verb)}`)" for step, verb in STEPS.items()]
    return "\n".join(
        [
            INTRODUCTION,
            PAGES,
            table("Page", [kind.value for kind in browsers], rows),
            VERBS,
            table("Verb", [kind.value for kind in doers], done),
            f"Steps of a verb check nothing themselves, and no other room calls them: {', '.join(steps)}.\n",
        ]
    )


def main() -> None:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nennep.config.settings")
    django.setup()
    FILE.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
