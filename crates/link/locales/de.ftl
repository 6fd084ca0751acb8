### German.
