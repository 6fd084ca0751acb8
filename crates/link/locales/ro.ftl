### Romanian.
