"""Ranking: which stories matter most to the reader, why, and which the reader wants nothing of.

candidate  what is known of a story before it is summarized, and what is found
phrases    the reader's words, and where a text has them
wishes     a story → how much of it is an interest, and what mutes it
factors    a story → what it is worth by itself, factor by factor
spread     stories' worths → their order, in which no topic and no section takes over
reasons    all that in words
"""

from briefing.rank.candidate import Candidate, Ranking
from briefing.rank.ranking import rank

__all__ = ["Candidate", "Ranking", "rank"]
