"""The view of frames: words for one idea in each text, and in whose voice."""

from __future__ import annotations

from driving import line, opened, press, rows, under_cursor

from tui.settings import own_frames


async def test_words_and_voices_of_each_text_and_all_uses_one_after_the_other(tmp_path):
    async with opened(tmp_path) as (home, pilot):
        await press(pilot, "5")
        assert "only words found in the texts; no score" in line(home, "#view-title")
        head, a, b = under_cursor(home)
        assert head.startswith("▌ accession")
        assert "integration ×4" in a
        assert "narrator ×4" in a
        assert "joining ×2" in b
        await press(pilot, "w")
        strip = line(home, "#why")
        assert "B  Irina Gagloyeva, quoted: joining" in strip
        assert "B  Western countries, reported: annexation" in strip
        await press(pilot, "enter")
        uses = next(one for one in home.story.frames if one.name == "accession").uses
        seen = [(home.documents[home.place.side].id, home.place.at.start)]
        for _ in uses[1:]:
            await press(pilot, "n")
            seen.append((home.documents[home.place.side].id, home.place.at.start))
        assert seen == [(use.document, use.start) for use in uses]
        assert f"n/N→accession {len(uses)}/{len(uses)}" in line(home, "#status")
        lit = [one for marks in home.marks for one in marks.layers if one.name == "lit-1"]
        assert sum(len(one.spans) for one in lit) == len(uses)


async def test_frames_in_quotation_marks_alone(tmp_path):
    async with opened(tmp_path, size=(60, 15)) as (home, pilot):
        await press(pilot, "5", "f", "f", "f", "f")
        assert "in quotation marks" in home.page().title
        chosen = {entry.key for entry in home.page().entries}
        assert chosen == {f"#{f.name}" for f in home.story.frames if any(u.quoted for u in f.uses)}
        assert all(len(row) <= 60 for row in rows(home))


async def test_words_are_added_to_a_frame_and_found_at_once(tmp_path, home):
    own = home / "config" / "frames.toml"
    async with opened(tmp_path) as (screen, pilot):
        screen.own_frames = own_frames
        await press(pilot, "5", "plus", *"topic, matter", "enter")
        accession = next(one for one in screen.story.frames if one.name == "accession")
        assert "topic" in {use.text for use in accession.uses}
        assert "in frames.toml" in line(screen, "#keys")
        assert own.read_text("utf-8") == '[accession]\nwords = "topic, matter"\n'
        await press(pilot, "u")
        assert own.read_text("utf-8") == ""
        assert "topic" not in {use.text for one in screen.story.frames for use in one.uses}
        await press(pilot, "ctrl+r", "plus", *"talk of = discourse", "enter")
        assert "#talk of" in {entry.key for entry in screen.page().entries}
        own.write_text("[", "utf-8")
        await press(pilot, "plus", *"x", "enter")
        assert own.read_text("utf-8") == "["


async def test_a_frame_is_renamed_in_the_readers_own_file_and_taken_back(tmp_path, home):
    own = home / "config" / "frames.toml"
    async with opened(tmp_path) as (screen, pilot):
        screen.own_frames = own_frames
        await press(pilot, "5")
        uses = next(one.uses for one in screen.story.frames if one.name == "accession")
        await press(pilot, "r", *(["backspace"] * len("accession")), *"kinship", "enter")
        assert under_cursor(screen)[0].startswith("▌ kinship")
        assert own.read_text("utf-8") == '[accession]\nname = "kinship"\n'
        assert {one.name: one.uses for one in screen.story.frames}["kinship"] == uses
        await press(pilot, "plus", *"topic", "enter")  # words go to the frame, whatever its name
        assert 'words = "topic"' in own.read_text("utf-8")
        assert "[kinship]" not in own.read_text("utf-8")
        await press(pilot, "u", "u")
        assert own.read_text("utf-8") == ""
        assert "accession" in {one.name for one in screen.story.frames}


async def test_undo_takes_back_what_was_done_last_in_the_file_or_in_the_notes(tmp_path, home):
    own = home / "config" / "frames.toml"
    async with opened(tmp_path) as (screen, pilot):
        screen.own_frames = own_frames
        await press(pilot, "5", "plus", *"topic", "enter", "s")
        assert len(screen.noted) == 2  # the frame's first word in each text
        await press(pilot, "u")
        assert not screen.noted
        assert "topic" in own.read_text("utf-8")
