//! Test bench and all end-to-end tests.
