from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    notebook: str
    author: str
    minutes_ago: int
    text: str
    heading: str = ""
    tags: tuple = ()
    voice: str = "worker"
    speaker: str = ""


def compose(house, *, count, days, seed=2002):
    return iter(())
