"""What the actor finder gets right on the bundled pair and on pairs of names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.actors import find_actors, same_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.actors.model import Actor

ROOT = Path(__file__).parents[2]
TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place"}
UNNAMED = ("person-unnamed", "group")

Place = tuple[str, int, int]


@dataclass(frozen=True)
class PairResult:
    """Counts over the bundled pair; F1 in [0, 1]; ``faults`` says each miss in a line."""

    named: int
    false_merges: int
    roles: int
    speakers: int
    contents: int
    mentions: float
    name_mentions: float
    faults: tuple[str, ...]


def gold() -> Any:
    """The gold of the bundled pair."""
    return json.loads((ROOT / "tests/data/actors.json").read_text("utf-8"))


def bundled_texts() -> list[str]:
    """The two bundled articles as A and B, newlines as they stand."""
    files = [entry["file"] for _, entry in sorted(gold()["articles"].items())]
    folder = ROOT / "corpus" / "articles"
    return [(folder / name).read_bytes().decode("utf-8") for name in files]


def measure_pair(actors: Sequence[Actor]) -> PairResult:
    """Hold actors against the gold."""
    truth = gold()
    owner = {(m.document, m.start, m.end): a for a in actors for m in a.mentions}
    wanted = {
        (m["article"], m["start"], m["end"]): (a["id"], m["kind"])
        for a in truth["actors"]
        for m in a["mentions"]
    }
    chosen = {a["id"]: _most_common(owner, a) for a in truth["actors"]}
    faults: list[str] = []
    named = [a["id"] for a in truth["actors"] if a["type"] not in UNNAMED]
    found = {i for i in named if chosen[i] is not None}
    faults += [f"not found: {i}" for i in named if i not in found]
    merged = _false_merges(owner, wanted, faults)
    right = {
        p for p, (i, _) in wanted.items() if owner.get(p) is not None and owner[p] is chosen[i]
    }
    faults += [
        f"mention of {wanted[p][0]} missed: {p} {wanted[p][1]}" for p in wanted if p not in right
    ]
    said = _predicted(owner, wanted, truth["ignore_spans"])
    faults += [f"mention too many: {p} of {owner[p].id}" for p in sorted(said - set(wanted))]
    names = {p for p in wanted if wanted[p][1].startswith("name")}
    name_said = {
        p for p in said if p in names or (p not in wanted and _kind(owner[p], p) == "name")
    }
    roles = _roles(truth, chosen, faults)
    speakers, contents = _speakers(truth, actors, chosen, faults)
    return PairResult(
        len(found), merged, roles, speakers, contents,
        _f1(len(right), len(said), len(wanted)),
        _f1(len(right & names), len(name_said), len(names)),
        tuple(faults),
    )  # fmt: skip


def _kind(actor: Actor, place: Place) -> str:
    return next(m.kind for m in actor.mentions if (m.document, m.start, m.end) == place)


def _most_common(owner: dict[Place, Actor], truth: Any) -> Actor | None:
    places = [(m["article"], m["start"], m["end"]) for m in truth["mentions"]]
    found = [owner[p] for p in places if p in owner]
    return max(found, key=found.count) if found else None


def _false_merges(
    owner: dict[Place, Actor], wanted: dict[Place, tuple[str, str]], faults: list[str]
) -> int:
    held: dict[str, set[str]] = {}
    for place, (identity, _) in wanted.items():
        if place in owner:
            held.setdefault(owner[place].id, set()).add(identity)
    wrong = {actor: who for actor, who in held.items() if len(who) > 1}
    faults += [f"merged: {sorted(who)} in {actor}" for actor, who in wrong.items()]
    return sum(len(who) - 1 for who in wrong.values())


def _predicted(owner: dict[Place, Actor], wanted: Any, ignored: Any) -> set[Place]:
    def counts(place: Place) -> bool:
        inside = any(
            s["article"] == place[0] and s["start"] < place[2] and place[1] < s["end"]
            for s in ignored
        )
        return place in wanted or not inside

    return {place for place in owner if counts(place)}


def _roles(truth: Any, chosen: dict[str, Actor | None], faults: list[str]) -> int:
    right = 0
    for actor in truth["actors"]:
        found = chosen[actor["id"]]
        have = {(r.document, r.start, r.end) for r in found.roles} if found else set[Place]()
        for role in actor["roles"]:
            hit = (role["article"], role["start"], role["end"]) in have
            right += hit
            if not hit:
                faults.append(f"role missed: {actor['id']} {role['surface']}")
    return right


def _speakers(
    truth: Any, actors: Sequence[Actor], chosen: dict[str, Actor | None], faults: list[str]
) -> tuple[int, int]:
    by_verb = {(s.document, s.verb.start, s.verb.end): (a, s) for a in actors for s in a.statements}
    speakers = contents = 0
    for wanted in truth["statements"]:
        verb = wanted["verb"]
        actor, statement = by_verb.get(
            (wanted["article"], verb["start"], verb["end"]), (None, None)
        )
        right = actor is not None and actor is chosen[wanted["speaker"]]
        speakers += right
        parts = [(c["start"], c["end"]) for c in wanted["content"]]
        same = (
            statement is not None
            and [(c.start, c.end) for c in statement.content] == parts
            and statement.mode == wanted["mode"]
        )
        contents += right and same
        if not (right and same):
            faults.append(
                f"statement {wanted['id']} of {wanted['speaker']}: speaker {right}, words {same}"
            )
    return speakers, contents


def _f1(right: int, said: int, wanted: int) -> float:
    return 2 * right / (said + wanted) if said + wanted else 0.0


def alias_pairs(file: str = "alias_pairs.json") -> list[Any]:
    """The pairs of names, each with whether they are one actor's."""
    found: list[Any] = json.loads((ROOT / "tests/data" / file).read_text("utf-8"))
    return found


def measure_aliases(
    pairs: Sequence[Any], decide: Callable[[Any], bool]
) -> tuple[float, int, list[str]]:
    """F1 over the pairs that are the same, false merges, and each miss in a line."""
    verdicts = [(p, decide(p)) for p in pairs]
    right = sum(p["same"] and said for p, said in verdicts)
    merges = sum(said and not p["same"] for p, said in verdicts)
    wanted = sum(p["same"] for p in pairs)
    faults = [f"{p['a']} / {p['b']}: {said}" for p, said in verdicts if said != p["same"]]
    return _f1(right, right + merges, wanted), merges, faults


def by_name(pair: Any) -> bool:
    """Whether the two names alone are taken for one actor."""
    return same_name(TYPES[pair["type"]], pair["a"], pair["b"]) is not None  # type: ignore[arg-type]


def in_texts(pair: Any) -> bool:
    """Whether in two texts that hold only these names one actor fills both."""
    return _joined(pair, [pair["a"], pair["b"]])


def in_sentences(pair: Any) -> bool:
    """Whether two short sentences with these names give one actor."""
    said = {"PER": "{} spoke.", "ORG": "The {} met on Friday.", "LOC": "They left {} on Friday."}
    return _joined(pair, [said[pair["type"]].format(pair[key]) for key in ("a", "b")])


def _joined(pair: Any, texts: Sequence[str]) -> bool:
    """Whether one actor has both names whole; a title in front need not be a part of its name."""

    def holds(actor: Actor, document: str, key: str) -> bool:
        names = [m.text for m in actor.mentions if m.document == document]
        whole = pair[key]
        return any(n == whole or (whole.endswith(n) and _is_title(pair, key, n)) for n in names)

    actors = find_actors(texts)
    return any(holds(a, "A", "a") and holds(a, "B", "b") for a in actors)


def _is_title(pair: Any, key: str, name: str) -> bool:
    """Whether what stands before a name in its text is no part of it: President, OAO."""
    return pair["type"] != "LOC" and len(pair[key].split()) - len(name.split()) == 1
