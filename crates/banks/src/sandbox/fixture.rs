//! The fixture person: twelve accounts, one owner. Tests all over the world compare with these values.
//!
//! Numbers are not here: they follow from the country and the mask.

use crate::connector::{Address, Email, EmailKind, Owner, Phone, PhoneKind};
use rust_decimal::Decimal;
use selvedge_model::account::{AccountType, HolderCategory};
use selvedge_model::country::Country;

/// One account of the fixture person. Amounts are digits and how many of them stand after the point.
pub(super) struct Row {
    pub(super) mask: &'static str,
    pub(super) name: &'static str,
    pub(super) official_name: Option<&'static str>,
    pub(super) kind: AccountType,
    pub(super) subtype: &'static str,
    available: Option<(i64, u32)>,
    current: (i64, u32),
    limit: Option<(i64, u32)>,
    pub(super) holder: Option<HolderCategory>,
    pub(super) persistent_id: Option<&'static str>,
}

impl Row {
    pub(super) fn available(&self) -> Option<Decimal> {
        self.available.map(|(digits, scale)| Decimal::new(digits, scale))
    }

    pub(super) fn current(&self) -> Decimal {
        Decimal::new(self.current.0, self.current.1)
    }

    pub(super) fn limit(&self) -> Option<Decimal> {
        self.limit.map(|(digits, scale)| Decimal::new(digits, scale))
    }
}

const fn row(
    mask: &'static str,
    name: &'static str,
    kind: AccountType,
    subtype: &'static str,
    current: (i64, u32),
) -> Row {
    Row {
        mask,
        name,
        official_name: None,
        kind,
        subtype,
        available: None,
        current,
        limit: None,
        holder: None,
        persistent_id: None,
    }
}

/// The accounts, in the order in which the bank lists them.
pub(super) const ROWS: [Row; 12] = {
    use AccountType::{Credit, Depository, Investment, Loan};
    const PERSONAL: Option<HolderCategory> = Some(HolderCategory::Personal);
    [
        Row {
            official_name: Some("Plaid Gold Standard 0% Interest Checking"),
            available: Some((100, 0)),
            holder: PERSONAL,
            persistent_id: Some("8cfb8beb89b774ee43b090625f0d61d0814322b43bff984eaf60386e"),
            ..row("0000", "Plaid Checking", Depository, "checking", (110, 0))
        },
        Row {
            official_name: Some("Plaid Silver Standard 0.1% Interest Saving"),
            available: Some((200, 0)),
            holder: PERSONAL,
            persistent_id: Some("211a4e5d8361a3afb7a3886362198c7306e00a313b5aa944c20d34b6"),
            ..row("1111", "Plaid Saving", Depository, "savings", (210, 0))
        },
        Row {
            official_name: Some("Plaid Bronze Standard 0.2% Interest CD"),
            persistent_id: Some("2a01484e1b5ef0b54fbcb89658b2764529bbec94a16f7b95481280a7"),
            ..row("2222", "Plaid CD", Depository, "cd", (1000, 0))
        },
        Row {
            official_name: Some("Plaid Diamond 12.5% APR Interest Credit Card"),
            limit: Some((2000, 0)),
            ..row("3333", "Plaid Credit Card", Credit, "credit card", (410, 0))
        },
        Row {
            official_name: Some("Plaid Platinum Standard 1.85% Interest Money Market"),
            available: Some((43_200, 0)),
            ..row(
                "4444",
                "Plaid Money Market",
                Depository,
                "money market",
                (43_200, 0),
            )
        },
        row("5555", "Plaid IRA", Investment, "ira", (32_076, 2)),
        row("6666", "Plaid 401k", Investment, "401k", (236_319_805, 4)),
        Row {
            holder: PERSONAL,
            ..row("7777", "Plaid Student Loan", Loan, "student", (65_262, 0))
        },
        row("8888", "Plaid Mortgage", Loan, "mortgage", (5_630_206, 2)),
        Row {
            official_name: Some("Plaid Cares Health Savings Account"),
            available: Some((6009, 0)),
            ..row("9001", "Plaid HSA", Depository, "hsa", (6009, 0))
        },
        Row {
            official_name: Some("Plaid Growth Cash Management"),
            available: Some((12_060, 0)),
            ..row(
                "9002",
                "Plaid Cash Management",
                Depository,
                "cash management",
                (12_060, 0),
            )
        },
        Row {
            official_name: Some("Plaid Platinum Small Business Credit Card"),
            available: Some((4980, 0)),
            limit: Some((10_000, 0)),
            holder: Some(HolderCategory::Business),
            ..row(
                "9999",
                "Plaid Business Credit Card",
                Credit,
                "credit card",
                (5020, 0),
            )
        },
    ]
};

/// The fixture person.
pub(super) fn owner() -> Owner {
    let email = |data: &str, kind| Email {
        data: data.to_owned(),
        primary: kind == EmailKind::Primary,
        kind,
    };
    let phone = |data: &str, kind| Phone {
        data: data.to_owned(),
        primary: false,
        kind,
    };
    Owner {
        names: vec!["Alberta Bobbeth Charleson".to_owned()],
        emails: vec![
            email("accountholder0@example.com", EmailKind::Primary),
            email("accountholder1@example.com", EmailKind::Secondary),
            email(
                "extraordinarily.long.email.username.123456@reallylonghostname.com",
                EmailKind::Other,
            ),
        ],
        phones: vec![
            phone("1112223333", PhoneKind::Home),
            phone("1112224444", PhoneKind::Work),
            phone("1112225555", PhoneKind::Mobile),
        ],
        addresses: vec![
            address(["2992 Cameron Road", "Malakoff", "NY", "14236"], true),
            address(["2493 Leisure Lane", "San Matias", "CA", "93405-2255"], false),
        ],
    }
}

fn address([street, city, region, postal_code]: [&str; 4], primary: bool) -> Address {
    Address {
        street: street.to_owned(),
        city: Some(city.to_owned()),
        region: Some(region.to_owned()),
        postal_code: Some(postal_code.to_owned()),
        country: Some("US".to_owned()),
        primary,
    }
}

/// The currency of a country.
pub(super) const fn currency_of(country: Country) -> &'static str {
    match country {
        Country::Us => "USD",
        Country::Ca => "CAD",
        Country::Gb => "GBP",
        Country::Pl => "PLN",
        Country::Dk => "DKK",
        Country::No => "NOK",
        Country::Se => "SEK",
        Country::Es
        | Country::Nl
        | Country::Fr
        | Country::Ie
        | Country::De
        | Country::It
        | Country::Ee
        | Country::Lt
        | Country::Lv
        | Country::Pt
        | Country::Be
        | Country::At
        | Country::Fi => "EUR",
    }
}

/// Whether `code` is a currency in use under ISO 4217.
pub(super) fn is_iso_currency(code: &str) -> bool {
    ISO_4217.split_whitespace().any(|known| known == code)
}

const ISO_4217: &str = "\
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD \
    HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN \
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY \
    TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";
