//! The environment that a process serves; every token carries its name and never crosses it.

use crate::named_enum;

named_enum! {
    /// Which of the two worlds a key, token or row belongs to.
    pub enum Environment {
        Sandbox = "sandbox",
        Production = "production",
    }
}
