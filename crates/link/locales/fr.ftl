### French.
