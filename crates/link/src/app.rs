//! What every page runs on.

use selvedge_engine::Engine;
use selvedge_model::{Clock, Entropy};
use std::sync::Arc;

/// The engine, and where time and randomness come from.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds keys")]
pub struct App {
    /// The use cases.
    pub engine: Arc<Engine>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub entropy: Arc<dyn Entropy>,
}
