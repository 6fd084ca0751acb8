//! Joins parts into bytes that no other list of parts yields: each part is preceded by its length.
//!
//! It never takes such bytes apart again; they are only authenticated or derived from.

/// The parts, each after its length in eight big-endian bytes, with room for one more byte.
pub(crate) fn join(parts: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(parts.iter().map(|part| part.len() + 8).sum::<usize>() + 1);
    for part in parts {
        bytes.extend_from_slice(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        bytes.extend_from_slice(part);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn moving_a_byte_from_one_part_to_the_next_changes_the_result() {
        assert_ne!(join(&[b"ab", b"c"]), join(&[b"a", b"bc"]));
        assert_ne!(join(&[b"abc"]), join(&[b"abc", b""]));
    }
}
