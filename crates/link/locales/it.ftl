### Italian.
