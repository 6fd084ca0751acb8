### Portuguese.
