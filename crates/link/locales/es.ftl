### Spanish.
