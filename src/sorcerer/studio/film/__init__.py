"""The film's child: it composes, captions, mixes and encodes. Only this package encodes, only in a child process."""
