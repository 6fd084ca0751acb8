//! Bank connectors: the trait every bank implements and the built-in test bank.
