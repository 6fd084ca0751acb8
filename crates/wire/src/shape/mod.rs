//! Objects that several endpoints share. Keys are declared in alphabetical order, the order answers have.

pub mod account;
pub mod identity;
pub mod institution;
pub mod item;
pub mod numbers;
