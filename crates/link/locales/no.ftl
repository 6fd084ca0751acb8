### Norwegian.
