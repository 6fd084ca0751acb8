//! Transport kit: accept loop, guards, TLS, request ids, the access line.
