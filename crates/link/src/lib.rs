//! Link: the panes that a person sees, the script that opens them in an app's page, the hosted and webview
//! pages, and the test bank's own site.
//!
//! It words and draws what `engine::link` decides; it decides nothing itself.

mod app;
mod join;
mod pages;
mod router;
mod script;
mod test_bank;
mod words;

pub use app::App;
pub use router::{SECRET_PATHS, router};
