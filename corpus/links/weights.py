"""Every weight of the links, each with its reason.

``tests/bench/tune_links.py`` finds the tuned ones again from the training
files; the others follow from what they mean.
"""

RARITY = {
    "wording": 0.8,  # as it is, nearly: the next two differ from it
    "actor": 0.5,  # who acts is told again in every passage on the same deed
    "place": 1.6,  # a place in every second passage is the stage, not what is said
}
"""Power on a term's rarity, by kind; all kinds not named here are as wording."""

WORTH = {
    "framed": 0.8,  # a word of a frame: the rest is the frame's, where other words meet it
    "frame": 0.9,  # one event, perhaps under two names
    "theme": 0.5,  # one field of life: many events happen in it
    "general": 0.45,  # any news says it of anything
    "office": 0.2,  # a title is shared by many people and bodies, so it proves little
    "place": 0.5,  # much happens in one country
    "number": 0.8,  # numbers coincide by chance more often than words as rare
    "date": 0.5,  # news of one week shares its weekdays
}
"""What a shared term of a kind is worth, against a word as rare."""

WHOLE = frozenset({"frame", "theme", "place", "number", "date"})
"""Kinds that are the same or not: nothing is near."""

NEAR = 0.7
"""What words of one family or with nearly one spelling keep of a full match."""

SMOOTHING = 3.0
"""Added to each passage's sum of weights, about three rare words: one shared word
is no full match for a passage of three words."""

OPENING = 1.0
"""How much likelier links are at the head of both texts: news tells the main thing first."""

OPENING_REACH = 5.0
"""After so many passages that has fallen to a third: the length of a lead."""

OPENING_FALL = 1.5
"""How steeply it falls there: within the lead all stand nearly alike."""

NEIGHBOURS = 1.1
"""How much the passages before and after add, when they answer each other as well."""

MEANING = 0.06
"""What passages of one direction in meaning gain, with the optional extra: about half of what
one rare word in common gives two sentences of middling length. More helps looser
texts and harms news of one event, where all sentences lie close."""

MEANING_SHARED = 0.85
"""How much of the direction that all passages share is taken out first: two reports of
one event lie close as a whole, which tells nothing of their sentences."""

HALF = 0.07
"""The sum of evidence that scores one half where there is one passage to choose from."""

CROWD = 0.7
"""How fast that half grows with the logarithm of the number of passages to choose from:
among many passages a chance likeness is likelier."""

STEEPNESS = 2.0
"""Power on the sum of evidence: two pieces prove more than twice what one does."""

WEAK = 0.18
"""From here on a link is drawn. Just below the lowest of the scores that give the best F1 on
the three kinds of development files (0.20, 0.64 and 0.86): the reader can raise the bar."""

MEDIUM = 0.40
"""From here on a passage counts as answered: about half or more of such pairs are links in
two kinds of development files (ecbtopic, synth), one in seven in the third (newsecb)."""

STRONG = 0.60
"""For passages that are best for each other: three in four or more are links in the first
two kinds, one in five in the third, where few of the true links are marked."""

OF_ITS_OWN = 2
"""So many different names, places, numbers or words must a strong link share, and not places
alone: with one half as many are links, for two events of one kind may share where they happened."""

LINKS_OF_ONE = 5
"""No passage keeps more links than this, the best ones: more would hide what matters."""
