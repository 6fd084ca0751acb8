### Dutch.
