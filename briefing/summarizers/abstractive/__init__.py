"""Engines that write in words of their own: a model that runs here, or one behind a server.

What they share stands in this folder; `local` and `server` each hold one way to get a text written.
"""
