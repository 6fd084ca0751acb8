//! Saying a message in one language.
//!
//! It neither escapes what it is given nor isolates its direction: the templates do both, who know where it lands.

use super::pseudo;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use selvedge_model::language::Language;
use std::borrow::Cow;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// What a message calls the number that it counts.
const COUNT: &str = "count";

/// What is appended to the key of a message that names the app, where the app has no name to show.
const UNNAMED: &str = "-unnamed";

/// All messages in one language.
pub(crate) struct Words {
    lang: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// Whether each message is put in brackets, which show where it was cut.
    bracketed: bool,
}

macro_rules! locales {
    ($language:expr; $($variant:ident: $file:literal,)+) => {
        match $language {
            $(Language::$variant => {
                static WORDS: LazyLock<Words> = LazyLock::new(|| {
                    Words::parsed(Language::$variant, include_str!(concat!("../../locales/", $file, ".ftl")))
                });
                &WORDS
            })+
        }
    };
}

impl Words {
    /// The words of a language; they are parsed when they are asked for first.
    pub(crate) fn of(language: Language) -> &'static Self {
        locales! { language;
            Danish: "da", Dutch: "nl", English: "en", Estonian: "et", French: "fr", German: "de",
            Hindi: "hi", Italian: "it", Latvian: "lv", Lithuanian: "lt", Norwegian: "no", Polish: "pl",
            Portuguese: "pt", Romanian: "ro", Spanish: "es", Swedish: "sv", Vietnamese: "vi",
        }
    }

    /// English with every letter accented and about 40 % longer, in brackets. Text that shows up plain was written
    /// past the messages; a bracket that does not show up was cut off.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "only samples of the pages are drawn in it")
    )]
    pub(crate) fn pseudo() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| {
            let mut words = Words::parsed(Language::English, include_str!("../../locales/en.ftl"));
            words.bundle.set_transform(Some(pseudo::accented));
            words.bracketed = true;
            words
        });
        &WORDS
    }

    pub(super) fn parsed(language: Language, source: &str) -> Self {
        let lang = language.as_str();
        let locale: LanguageIdentifier = lang.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        // A resource with a mistake still has all messages but the mistaken ones, for which English stands in.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, mistakes)| {
            tracing::error!(lang, count = mistakes.len(), "messages that do not parse");
            rest
        });
        bundle.add_resource_overriding(resource);
        Self {
            lang,
            bundle,
            bracketed: false,
        }
    }

    /// The value of an HTML `lang` attribute.
    pub(crate) fn lang(&self) -> &'static str {
        self.lang
    }

    /// Whether what is said is English as it is written.
    pub(super) fn is_plain_english(&self) -> bool {
        self.lang == Language::English.as_str() && !self.bracketed
    }

    /// Whether this language has the message itself.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Says a message that takes no arguments.
    pub(crate) fn say(&self, key: &str) -> Cow<'_, str> {
        self.spoken(key, None)
    }

    /// Says a message with its arguments filled in.
    pub(crate) fn say_with(&self, key: &str, with: &[(&str, &str)]) -> String {
        self.spoken(key, Some(&arguments(with))).into_owned()
    }

    /// Says a message about a number of things, which it calls `$count`.
    pub(crate) fn say_count(&self, key: &str, count: u64, with: &[(&str, &str)]) -> String {
        let mut arguments = arguments(with);
        arguments.set(COUNT, count);
        self.spoken(key, Some(&arguments)).into_owned()
    }

    /// Says a message that names the app as `$app`, or its sister `…-unnamed` where there is no name to show.
    pub(crate) fn say_app(&self, key: &str, app: Option<&str>, with: &[(&str, &str)]) -> String {
        let mut arguments = arguments(with);
        let Some(app) = app else {
            return self
                .spoken(&[key, UNNAMED].concat(), Some(&arguments))
                .into_owned();
        };
        arguments.set("app", app);
        self.spoken(key, Some(&arguments)).into_owned()
    }

    fn spoken(&self, key: &str, with: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let said = self.formatted(key, with).unwrap_or_else(|| english(key, with));
        if self.bracketed {
            Cow::Owned(format!("[{said}]"))
        } else {
            said
        }
    }

    fn formatted(&self, key: &str, with: Option<&FluentArgs<'_>>) -> Option<Cow<'_, str>> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut mistakes = Vec::new();
        let said = self.bundle.format_pattern(pattern, with, &mut mistakes);
        if !mistakes.is_empty() {
            tracing::error!(lang = self.lang, key, "a message lacks an argument");
        }
        Some(said)
    }
}

/// What is said where a language lacks a message. A message that English lacks too is said by its key; tests see
/// to it that there is none.
fn english(key: &str, with: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
    tracing::error!(key, "a message is missing");
    Words::of(Language::English)
        .formatted(key, with)
        .unwrap_or_else(|| Cow::Owned(key.to_owned()))
}

fn arguments<'a>(with: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    with.iter()
        .map(|(name, value)| (*name, FluentValue::from(*value)))
        .collect()
}
