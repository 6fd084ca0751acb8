//! The machine's source of unpredictable bytes.
//!
//! Only the binary chooses it; everything below takes whatever source it is handed.

use crate::sure::sure;
use selvedge_model::Entropy;

/// Entropy from the cryptographic library's generator, seeded by the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        sure(aws_lc_rs::rand::fill(bytes), "give random bytes");
    }
}
