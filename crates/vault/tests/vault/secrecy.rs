//! D12: code that would print or serialise a secret, or take its bytes without asking, does not compile.
//!
//! Asked of the compiler trait by trait, each with a type that does have the trait, so that the question
//! itself is known to work. Compiler messages are not compared: they change with every release.

use selvedge_model::Sensitive;
use selvedge_vault::signing::SigningKey;
use selvedge_vault::{ItemKey, MasterKey, Minted, Vault, WrappedKey};

/// A module whose `Asks::<T>::ANSWER` says whether `T` has the trait: an inherent constant is preferred to
/// a trait's, and it exists only where the bound holds.
macro_rules! question {
    ($name:ident, $($bound:tt)+) => {
        mod $name {
            pub(super) struct Asks<T>(std::marker::PhantomData<T>);

            pub(super) trait Otherwise {
                const ANSWER: bool = false;
            }

            impl<T> Otherwise for Asks<T> {}

            impl<T: $($bound)+> Asks<T> {
                pub(super) const ANSWER: bool = true;
            }
        }
    };
}

question!(debug, std::fmt::Debug);
question!(display, std::fmt::Display);
question!(lower_hex, std::fmt::LowerHex);
question!(serialize, serde::Serialize);
question!(as_text, AsRef<str>);
question!(as_bytes, AsRef<[u8]>);
question!(deref, std::ops::Deref);
question!(into_text, Into<String>);
question!(into_bytes, Into<Vec<u8>>);

/// Asserts the answer of one question for every secret type, and for one type that must have the trait.
macro_rules! no_secret_has {
    ($name:ident, unlike $control:ty) => {{
        use $name::{Asks, Otherwise as _};
        assert!(
            Asks::<$control>::ANSWER,
            "the question finds the trait where it is"
        );
        let found = [
            ("Sensitive", Asks::<Sensitive>::ANSWER),
            ("MasterKey", Asks::<MasterKey>::ANSWER),
            ("ItemKey", Asks::<ItemKey>::ANSWER),
            ("Minted", Asks::<Minted>::ANSWER),
            ("SigningKey", Asks::<SigningKey>::ANSWER),
            ("Vault", Asks::<Vault>::ANSWER),
            ("WrappedKey", Asks::<WrappedKey>::ANSWER),
        ];
        assert_eq!(found.map(|(_, answer)| answer), [false; 7], "{found:?}");
    }};
}

#[test]
fn d12_no_secret_can_be_printed() {
    no_secret_has!(debug, unlike String);
    no_secret_has!(display, unlike String);
    no_secret_has!(lower_hex, unlike u8);
}

#[test]
fn d12_no_secret_can_be_serialised() {
    no_secret_has!(serialize, unlike String);
}

#[test]
fn d12_no_secret_turns_into_text_or_bytes_unasked() {
    no_secret_has!(as_text, unlike String);
    no_secret_has!(as_bytes, unlike String);
    no_secret_has!(deref, unlike String);
    no_secret_has!(into_text, unlike &'static str);
    no_secret_has!(into_bytes, unlike String);
}
