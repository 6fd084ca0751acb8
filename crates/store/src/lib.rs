//! SQLite and PostgreSQL behind one seam: the only crate that names a database driver.
