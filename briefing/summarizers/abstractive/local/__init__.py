"""A model of transformers that runs on this machine."""
