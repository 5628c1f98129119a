"""Her portrait, drawn: a face, hair, clothes and every mouth she makes, from nothing but a look."""
