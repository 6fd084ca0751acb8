//! Use cases: link tokens, Items, accounts, processor tokens; no HTTP types, no SQL text.
