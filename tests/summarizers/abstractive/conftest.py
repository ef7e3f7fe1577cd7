import os

# Workers of a test run share the cores: one thread each, before torch is loaded.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from tests.summarizers.abstractive.small_models import (
    copying_bart,
    copying_instruct,
    copying_t5,
)

__all__ = ["copying_bart", "copying_instruct", "copying_t5"]
