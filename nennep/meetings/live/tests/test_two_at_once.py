"""Two browsers write into one meeting, each sending when its network lets it: 200 schedules with `--long`, 15 otherwise."""

import random
import uuid

from nennep.meetings.live.actions import Sent
from nennep.meetings.live.state import state_of
from nennep.meetings.live.tests.goings_on import GoingOn, at_minute
from nennep.meetings.models import Jotting


class Browser:
    """What one of them has written and not sent, and the lines that it last saw."""

    def __init__(self, name: str, going_on: GoingOn, chance: random.Random) -> None:
        self.name, self.going_on, self.chance = name, going_on, chance
        self.kept: list[Sent] = []
        self.seen: list[tuple[str, str]] = []
        self.replaced: set[str] = set()

    def write(self, minute: float, step: str) -> str:
        text = f"{self.name} {minute}"
        fields = {"step": step, "text": text}
        kind = "note"
        if self.seen and self.chance.random() < 0.4:
            line, head = self.chance.choice(self.seen)
            kind, fields = "amend", {"line": line, "base": head, "text": text}
            self.replaced.add(head)
        self.kept.append(Sent(str(uuid.uuid4()), kind, fields, at_minute(minute)))
        return text

    def send(self, minute: float) -> None:
        """All that is kept, some of it once more than needed; what the server holds by then is seen afterwards."""
        again = self.chance.sample(self.kept, min(len(self.kept), 2))
        received = self.going_on.send([*self.kept, *again], minute)
        assert not received.refused
        self.kept = [] if self.chance.random() < 0.8 else self.kept  # the answer itself may be lost on the way
        self.seen = [(line.key, line.head) for line in received.state.of_kind("note")]


def test_two_who_write_with_delays_lose_and_double_nothing(cell, long):
    going_on = GoingOn(cell)
    steps = [going_on.step("Mở đầu"), going_on.step("self")]
    for seed in range(200 if long else 15):
        Jotting.objects.all().delete()
        chance = random.Random(seed)
        browsers = [Browser("một", going_on, chance), Browser("hai", going_on, chance)]
        written, heads = {}, set()
        for minute in range(1, 21):
            browser = chance.choice(browsers)
            text = browser.write(minute, chance.choice(steps))
            written[text] = browser.kept[-1].key
            if chance.random() < 0.4:
                browser.send(minute)
        for browser in browsers:
            browser.send(30)
        stored = list(Jotting.objects.filter(preparation=going_on.preparation))
        lines = state_of(stored).of_kind("note")
        texts = [line.content["text"] for line in lines]
        heads = {line.head for line in lines}
        replaced = set().union(*(browser.replaced for browser in browsers))
        assert len(stored) == len(written), seed
        assert len(texts) == len(set(texts)), seed
        for text, key in written.items():
            assert text in texts or key in replaced, (seed, text)
        assert heads <= set(written.values()), seed
        began = {line.key: line.made_at for line in lines}
        order = [began.get(line.beside, line.made_at) for line in lines]
        assert order == sorted(order), seed
