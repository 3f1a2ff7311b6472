"""An invented story in two accounts, and a later version of the first one."""

AGENCY = """\
Tarn Valley Votes to Join Norland, Deputy Premier Says

Ida Brandt, deputy premier of Norland, said on Monday that the Tarn Valley had voted to join \
Norland. The vote was held on Sunday in 14 villages. Brandt called the result a reunification \
of families that a border had kept apart.

The valley's council said that 72 percent of voters had agreed. Council chairman Piet Sorrel \
told reporters that accession would begin in spring. He added that schools and the clinic would \
stay open.

Observers noted long queues in the villages of Alder and Moss. No incidents were reported, \
according to the Norland News Service. The council will publish the full count on Friday.

The government of Sudland has not recognised the vote. Norland has promised new roads and a \
bridge over the Tarn. Analysts expect talks to be slow.
"""

PAPER = """\
Premier Brandt Hails Valley Vote as Neighbours Protest

Premier Ida Brandt of Norland on Monday welcomed a vote in the Tarn Valley to become part of \
Norland. Villagers voted on Sunday, and council chairman Piet Sorrel put the share of those who \
agreed at 68 percent.

Sudland called the vote illegal. "This is an annexation, nothing else," said Vera Holm, foreign \
minister of Sudland. She announced that Sudland would close the border on Friday.

Marta Sorrel, a teacher in Alder, said that many villagers had stayed at home. "Nobody asked us \
about the clinic," she said. Her brother is not related to the chairman of the council.

Jonas Lind, an analyst with the Institute for Border Studies, said that recognition was "out of \
the question for years". The National Security Council of Sudland will meet on Thursday. The \
Security Council of Norland met last week.
"""

LATER = (
    AGENCY.replace("No incidents were reported, according to the Norland News Service. ", "")
    .replace("72 percent of voters had agreed", "almost 71 percent of all voters had agreed")
    .replace("Analysts expect", "A second vote is planned for May. Analysts expect")
)
"""A sentence is cut, one is reworded, one is added."""
