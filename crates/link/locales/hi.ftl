### Hindi.
