//! The paths of the public contract, served here or not, so that a client of a product that is not served
//! learns that, instead of being told that its path does not exist.

const PUBLIC: &str = include_str!("public_routes.txt");

/// Whether `path` is one of the public contract's.
pub fn is_public(path: &str) -> bool {
    PUBLIC.lines().any(|known| known == path)
}
