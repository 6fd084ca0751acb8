//! The page of all error codes; `wire` writes it, so that the API can serve it too.

pub use selvedge_wire::errors_page::errors_page;
