### Polish.
