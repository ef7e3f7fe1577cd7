"""From a sentence to a bullet: less than the sentence (`trim`), readable without the others (`standalone`).

    trim        ← furniture, spacing, connectives, asides, attribution
    standalone  ← leaning (openers, pointers, fragments), definites, speech,
                  organisations (organisation_names), referents (pronouns),
                  surnames ← names (name_runs)

The other files are lists of words. Nothing here changes what is asserted; `verify` checks that.
"""
