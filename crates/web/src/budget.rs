//! How many bytes of request bodies one listener holds at once.
//!
//! It does not count the body that came whole in one small piece: nobody waits for the rest of that.

use bytes::Bytes;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes that are still free; every clone is the same budget.
#[derive(Debug, Clone)]
pub(crate) struct Budget(Arc<AtomicUsize>);

impl Budget {
    pub(crate) fn new(bytes: usize) -> Self {
        Self(Arc::new(AtomicUsize::new(bytes)))
    }

    /// A share with nothing in it.
    pub(crate) fn share(&self) -> Share {
        Share {
            budget: self.clone(),
            bytes: 0,
        }
    }

    #[cfg(test)]
    fn left(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// What one body has taken of the budget; gives it back when dropped.
#[derive(Debug)]
pub(crate) struct Share {
    budget: Budget,
    bytes: usize,
}

/// There is not so much left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exhausted;

impl Share {
    /// Takes what is missing until the share is `bytes` large.
    pub(crate) fn grow_to(&mut self, bytes: usize) -> Result<(), Exhausted> {
        let more = bytes.saturating_sub(self.bytes);
        let free = &self.budget.0;
        // The number guards no other memory, so its order to other numbers is nobody's concern.
        free.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            left.checked_sub(more)
        })
        .map_err(|_| Exhausted)?;
        self.bytes += more;
        Ok(())
    }

    /// `body` as bytes that give the share back with the last of their clones.
    pub(crate) fn keep_with(self, body: Bytes) -> Bytes {
        Bytes::from_owner(Kept { body, _share: self })
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.budget.0.fetch_add(self.bytes, Ordering::Relaxed);
    }
}

struct Kept {
    body: Bytes,
    _share: Share,
}

impl AsRef<[u8]> for Kept {
    fn as_ref(&self) -> &[u8] {
        &self.body
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_may_take_all_of_it_and_not_one_byte_more() {
        let budget = Budget::new(10);
        let (mut one, mut two) = (budget.share(), budget.share());
        one.grow_to(4).unwrap();
        two.grow_to(6).unwrap();
        one.grow_to(4).unwrap();
        assert_eq!(one.grow_to(5), Err(Exhausted));
        drop(two);
        one.grow_to(10).unwrap();
        assert_eq!(one.grow_to(11), Err(Exhausted));
        drop(one);
        assert_eq!(budget.left(), 10);
    }

    #[test]
    fn a_body_holds_its_share_until_its_last_clone_is_gone() {
        let budget = Budget::new(10);
        let mut share = budget.share();
        share.grow_to(3).unwrap();
        let body = share.keep_with(Bytes::from_static(b"[1]"));
        let clone = body.slice(1..2);
        assert_eq!((&*body, &*clone), (&b"[1]"[..], &b"1"[..]));
        drop(body);
        assert_eq!(budget.left(), 7);
        drop(clone);
        assert_eq!(budget.left(), 10);
    }
}
