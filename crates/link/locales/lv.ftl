### Latvian.
