"""Sorcerer: create and run AI influencers, from the wizard to a labelled post."""

__version__ = "0.1.0"
