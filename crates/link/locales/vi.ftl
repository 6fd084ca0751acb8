### Vietnamese.
