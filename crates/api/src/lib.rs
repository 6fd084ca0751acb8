//! The endpoints: router on one screen, one file per endpoint group.
