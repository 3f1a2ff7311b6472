"""Every weight of the links, each with its reason.

``tests/bench/tune_links.py`` finds the tuned ones again from the training
files; the others follow from what they mean.
"""

NAME_RARITY = 1.5
"""Power on the rarity of names. Above 1: a name in every second sentence is
the stage of a story, not what a sentence says."""

WORD_RARITY = 1.0
"""Power on the rarity of other words. Events recur in a story's own words, so
their rarity is not sharpened."""

WORTH = {
    "number": 0.8,  # numbers coincide by chance more often than words as rare
    "date": 0.5,  # news of one week shares its weekdays
    "office": 0.5,  # a title is shared by many people and bodies, so it proves little
    "frame": 0.5,  # the idea is shared, its name is not
}
"""What a shared term of a kind is worth, against a word as rare."""

WHOLE = frozenset(WORTH) - {"office"}
"""Kinds that are the same or not: nothing is near."""

NEAR = 0.7
"""What words of one family or with nearly one spelling keep of a full match."""

SMOOTHING = 2.0
"""Added to each passage's sum of weights, about two rare words: one shared word
is no full match for a passage of three words."""

OPENING = 0.7
"""How much more likely links are at the head of both texts: news tells the main thing first."""

MUTUAL = 1.0
"""How much being best for each other adds: what stands out is meant."""

NEIGHBOURS = 2.0
"""How much the passages before and after add, when they answer each other as well."""

HALF = 0.22
"""The sum of evidence that scores one half between texts of a few passages."""

CROWD = 0.35
"""How fast that half grows with the logarithm of the number of passages to choose from:
among many passages a chance likeness is likelier."""

WEAK = 0.25
"""Below this, no link: on the development files fewer than one in ten such pairs is one."""

MEDIUM = 0.40
STRONG = 0.60
