//! The languages of the contract.

use crate::named_enum;

named_enum! {
    /// ISO 639-1 codes that Link speaks.
    pub enum Language {
        Danish = "da", Dutch = "nl", English = "en", Estonian = "et", French = "fr", German = "de",
        Hindi = "hi", Italian = "it", Latvian = "lv", Lithuanian = "lt", Norwegian = "no", Polish = "pl",
        Portuguese = "pt", Romanian = "ro", Spanish = "es", Swedish = "sv", Vietnamese = "vi",
    }
}
