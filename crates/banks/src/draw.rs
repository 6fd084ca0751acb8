//! Numbers that look drawn at random but follow from a name: what makes the test bank repeat itself.
//!
//! Not cryptography: nothing secret is made here. The functions must never change, since account ids that
//! callers have stored follow from them.

/// A stream of numbers that follows from a list of words.
#[derive(Debug, Clone)]
pub(crate) struct Draw(u64);

impl Draw {
    /// The stream of `words`. Where one word ends matters: `["ab", "c"]` and `["a", "bc"]` differ.
    pub(crate) fn of(words: &[&str]) -> Self {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        words.iter().fold(Self(OFFSET), |draw, word| draw.and(word))
    }

    /// The stream of the same words and one more. Only of a stream from which nothing was taken yet: it
    /// saves reading a long beginning again for every end.
    pub(crate) fn and(&self, word: &str) -> Self {
        #[cfg(test)]
        tests::READ.with(|read| read.set(read.get() + word.len()));
        Self(absorb(word.bytes().fold(self.0, absorb), 0xff))
    }

    /// The next 64 bits (splitmix64).
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` up to but not including `high`; `low` when there is nothing between.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        let drawn = self.next();
        low.saturating_add(drawn.checked_rem(high.saturating_sub(low)).unwrap_or(0))
    }

    /// `count` decimal digits.
    pub(crate) fn digits(&mut self, count: usize) -> String {
        (0..count)
            .filter_map(|_| u8::try_from(self.between(0, 10)).ok())
            .map(|digit| char::from(b'0' + digit))
            .collect()
    }

    /// `count` lower-case hex digits.
    pub(crate) fn hex(&mut self, count: usize) -> String {
        let mut text = String::with_capacity(count + 16);
        while text.len() < count {
            text += &selvedge_model::id::hex(&self.next().to_be_bytes());
        }
        text.truncate(count);
        text
    }

    /// One of `choices`.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let count = u64::try_from(choices.len()).ok()?;
        choices.get(usize::try_from(self.between(0, count)).ok()?)
    }
}

/// One step of FNV-1a.
fn absorb(state: u64, byte: u8) -> u64 {
    (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::cell::Cell;

    thread_local! {
        /// How many bytes of words were read on this thread.
        pub(crate) static READ: Cell<usize> = const { Cell::new(0) };
    }

    #[test]
    fn the_same_words_always_give_the_same_stream() {
        let mut draw = Draw::of(&["ins_109508", "user_custom", "seed"]);
        assert_eq!(
            draw.hex(20),
            "2c326cf101d89c83ce5b",
            "stored account ids depend on this value"
        );
        assert_eq!(draw.digits(8).len(), 8);
    }

    #[test]
    fn where_a_word_ends_matters() {
        assert_ne!(Draw::of(&["ab", "c"]).next(), Draw::of(&["a", "bc"]).next());
    }

    #[test]
    fn a_word_added_later_gives_the_stream_of_all_words() {
        let begun = Draw::of(&["account", "ins_1"]);
        assert_eq!(
            begun.and("0").and("x").next(),
            Draw::of(&["account", "ins_1", "0", "x"]).next()
        );
    }

    #[test]
    fn a_range_is_kept_and_an_empty_one_gives_its_start() {
        let mut draw = Draw::of(&["range"]);
        assert!((0..1000).all(|_| (5..9).contains(&draw.between(5, 9))));
        assert_eq!(draw.between(7, 7), 7);
        assert_eq!(draw.pick::<u8>(&[]), None);
    }
}
