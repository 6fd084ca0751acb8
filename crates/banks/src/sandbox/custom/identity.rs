//! The `identity` of a described account.
//!
//! What it leaves out is filled with the fixture person later, not here.

use super::read::Object;
use crate::connector::{Address, Email, EmailKind, Phone, PhoneKind};

const KEYS: &[&str] = &["names", "phone_numbers", "emails", "addresses"];
const CONTACT_KEYS: &[&str] = &["data", "primary", "type"];
const ADDRESS_KEYS: &[&str] = &["data", "primary"];
const ADDRESS_DATA_KEYS: &[&str] = &["street", "city", "region", "postal_code", "country"];

/// What a description says of an account's holders; empty lists say nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IdentityOverride {
    /// Names.
    pub names: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<Phone>,
    /// E-mail addresses.
    pub emails: Vec<Email>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
}

impl IdentityOverride {
    pub(super) fn read(account: &Object<'_>) -> Self {
        let Some(identity) = account.object("identity", KEYS) else {
            return Self::default();
        };
        Self {
            names: identity.texts("names"),
            phones: identity
                .list("phone_numbers")
                .filter_map(|entry| {
                    let phone = identity.open_entry(&entry, CONTACT_KEYS)?;
                    let (data, primary) = contact(&phone)?;
                    let kind = phone
                        .choice("type", PhoneKind::parse, "a known type of number")
                        .unwrap_or(PhoneKind::Home);
                    Some(Phone { data, primary, kind })
                })
                .collect(),
            emails: identity
                .list("emails")
                .filter_map(|entry| {
                    let email = identity.open_entry(&entry, CONTACT_KEYS)?;
                    let (data, primary) = contact(&email)?;
                    let kind = email
                        .choice(
                            "type",
                            EmailKind::parse,
                            "\"primary\", \"secondary\" or \"other\"",
                        )
                        .unwrap_or(if primary {
                            EmailKind::Primary
                        } else {
                            EmailKind::Other
                        });
                    Some(Email { data, primary, kind })
                })
                .collect(),
            addresses: identity
                .list("addresses")
                .filter_map(|entry| address(&identity.open_entry(&entry, ADDRESS_KEYS)?))
                .collect(),
        }
    }
}

fn contact(entry: &Object<'_>) -> Option<(String, bool)> {
    let primary = entry.boolean("primary").unwrap_or(false);
    entry.required_text("data").map(|data| (data, primary))
}

fn address(entry: &Object<'_>) -> Option<Address> {
    if entry.get("data").is_none() {
        entry.problem("data", "is required");
    }
    let data = entry.object("data", ADDRESS_DATA_KEYS)?;
    let part = |key: &str| data.text(key);
    Some(Address {
        city: part("city"),
        region: part("region"),
        postal_code: part("postal_code"),
        country: part("country"),
        primary: entry.boolean("primary").unwrap_or(false),
        street: data.required_text("street")?,
    })
}
