"""Measurements of what Sorcerer claims. They measure; they never assert and never fake."""
