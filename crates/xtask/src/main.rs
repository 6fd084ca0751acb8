//! Developer commands: tidy, test, conformance, bench.
fn main() {}
