"""The list of actors beside the texts: counts, a filter, several lit at once."""

from __future__ import annotations

from driving import line, opened, press, rows, to

from tui.casting import SLOTS, Lit
from tui.marks import MARKS
from tui.widgets.actors import ActorList


def lit_layers(home) -> dict[str, int]:
    found: dict[str, int] = {}
    for marks in home.marks:
        for one in marks.layers:
            if one.name.startswith("lit-"):
                found[one.name] = found.get(one.name, 0) + len(one.spans)
    return found


async def test_groups_with_counts_for_each_text(tmp_path):
    async with opened(tmp_path, size=(160, 60)) as (home, _):
        shown = rows(home, "#actors")
        assert [row.split()[0] for row in shown if row.strip().split()[-2:] == ["A", "B"]] == [
            "PEOPLE", "BODIES", "PLACES", "UNNAMED", "FRAMES",
        ]  # fmt: skip
        for actor in (one for one in home.story.actors if len(one.name) < 20):
            counts = [str(len(actor.mentions_in(d)) or "·") for d in "AB"]
            row = next(row for row in shown if row[2:].startswith(f"{actor.name} "))
            assert row.rstrip("≠! ").split()[-2:] == counts


async def test_several_are_lit_in_marks_of_their_own_and_walked_together(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        home.query_one(ActorList).focus()
        await press(pilot, "space", "j", "space")
        chosen = [actor for actor in home.story.actors if home.lit.slot(actor.id)]
        assert len(chosen) == 2
        assert lit_layers(home) == {
            f"lit-{home.lit.slot(one.id)}": len(one.mentions) for one in chosen
        }
        assert [row[1] for row in rows(home, "#actors")[1:3]] == ["1", "2"]
        assert len({MARKS[f"lit-{slot}"].style for slot in range(1, SLOTS + 1)}) == SLOTS
        assert "n/N→Dmitry Medvedev + Alan Alborov" in line(home, "#status")
        stops = sorted(("AB".index(m.document), m.start) for one in chosen for m in one.mentions)
        seen = []
        for _ in stops:
            await press(pilot, "n")
            seen.append((home.place.side, home.place.at.start))
        assert seen == stops
        await press(pilot, "space")
        assert set(lit_layers(home)) == {"lit-1"}
        await press(pilot, "escape")
        assert lit_layers(home) == {}
        assert rows(home, "#actors")[1][1] == " "


async def test_the_list_is_narrowed_as_names_are_typed(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        home.query_one(ActorList).focus()
        await press(pilot, "slash", *"koko")
        names = [row[2:18].strip() for row in rows(home, "#actors") if row.startswith((" ", "▌"))]
        assert [name for name in names if name and name[-1].islower()] == [
            "Eduard Kokoity", "Tarzan Kokoity",
        ]  # fmt: skip
        await press(pilot, "enter")
        assert home.query_one(ActorList).has_focus
        await press(pilot, "slash", "escape")
        assert home.sought == ""
        assert "Dmitry Medvedev" in "\n".join(rows(home, "#actors"))
        await press(pilot, "slash", *"zzz", "enter")
        assert "nobody has “zzz”" in rows(home, "#actors")[0]
        await press(pilot, "escape")
        assert home.sought == ""


async def test_an_actor_is_merged_from_the_sidebar(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        home.query_one(ActorList).focus()
        await to(pilot, home, "Tarzan", "#actors")
        await press(pilot, "space", "m")
        await to(pilot, home, "Eduard", "#actors", down="k")
        await press(pilot, "m")
        assert "Tarzan" not in "\n".join(rows(home, "#actors"))
        assert home.lit == Lit()


def test_each_keeps_its_slot_until_it_is_put_out():
    lit = Lit()
    for name in "abcdef":
        lit = lit.toggled(name)
    assert lit.full
    assert [lit.slot(name) for name in "abcdefg"] == [*range(1, SLOTS + 1), 0]
    again = lit.toggled("c").toggled("x")
    assert (again.slot("x"), again.slot("d"), again.slot("c")) == (3, 4, 0)
    assert again.among(["x"]) == Lit(("", "", "x", "", "", ""))
