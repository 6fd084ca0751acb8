### Estonian.
