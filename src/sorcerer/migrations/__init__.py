"""The tables' history, run at start. The one place that sees the tables of every room at once."""
