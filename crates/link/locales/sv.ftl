### Swedish.
