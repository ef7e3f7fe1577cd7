from hypothesis import settings

# How long an example takes depends on the machine; what a test proves does not.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")
