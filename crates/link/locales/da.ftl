### Danish.
