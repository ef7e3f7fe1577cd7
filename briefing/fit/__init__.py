"""Reading time: as much of the day as a reader has minutes for, and the day at a glance.

forms     a story → how it can be told, from its headline to all of it
shelf     stories as they come, none summarized before it is asked for
page      which form each story gets within a number of words
fitting   the page for a number of minutes, and how many stories that may take
glance    the stories that the day comes down to
"""

from briefing.fit.fitting import Fitted, enough, fit
from briefing.fit.glance import glance

__all__ = ["Fitted", "enough", "fit", "glance"]
