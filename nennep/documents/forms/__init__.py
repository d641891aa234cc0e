"""The forms of this room: each stands for one verb."""
