### Lithuanian.
