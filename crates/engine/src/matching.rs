//! Scores of an identity match: how well what an app knows fits what a bank knows.
//!
//! Deterministic and explainable: text is brought to one form, then compared word by word. 100 is exact; 70
//! is the recommended threshold; null means that one side has nothing to compare.

use crate::validate;
use selvedge_model::Error;
use selvedge_wire::endpoint::identity::{MatchAddress, MatchUser};
use selvedge_wire::shape::identity::{AddressData, AddressScore, NameScore, Owner, Score};

/// Short forms that stand for one given name.
const NICKNAMES: &[&[&str]] = &[
    &["alexander", "alex", "sasha"],
    &["andrew", "andy", "drew"],
    &["anthony", "tony"],
    &["barbara", "barb"],
    &["benjamin", "ben"],
    &["charles", "charlie", "chuck"],
    &["christopher", "chris"],
    &["daniel", "dan", "danny"],
    &["david", "dave"],
    &["deborah", "deb", "debbie"],
    &["edward", "ed", "eddie", "ted"],
    &["elizabeth", "liz", "beth", "betty"],
    &["gregory", "greg"],
    &["james", "jim", "jimmy", "jamie"],
    &["jennifer", "jen", "jenny"],
    &["john", "jack", "johnny"],
    &["jonathan", "jon"],
    &["joseph", "joe", "joey"],
    &["joshua", "josh"],
    &["katherine", "catherine", "kate", "kathy", "katie"],
    &["kenneth", "ken"],
    &["lawrence", "larry"],
    &["margaret", "maggie", "meg", "peggy"],
    &["matthew", "matt"],
    &["michael", "mike", "mick"],
    &["nicholas", "nick"],
    &["patricia", "pat", "trish"],
    &["peter", "pete"],
    &["rebecca", "becky"],
    &["richard", "rich", "rick", "dick"],
    &["robert", "rob", "bob", "bobby"],
    &["samuel", "sam"],
    &["stephen", "steven", "steve"],
    &["susan", "sue", "suzie"],
    &["theodore", "theo"],
    &["thomas", "tom", "tommy"],
    &["timothy", "tim"],
    &["william", "will", "bill", "billy"],
];
/// Words that only a company's name has.
const BUSINESS_WORDS: &[&str] = &[
    "inc",
    "llc",
    "ltd",
    "corp",
    "corporation",
    "company",
    "co",
    "gmbh",
    "plc",
    "lp",
];

/// What an app knows, brought to one form.
pub(crate) struct Known {
    name: Option<Vec<String>>,
    phone: Option<String>,
    email: Option<String>,
    address: Option<MatchAddress>,
}

/// The scores of the best owner.
pub(crate) struct Scores {
    pub(crate) name: NameScore,
    pub(crate) phone: Score,
    pub(crate) email: Score,
    pub(crate) address: AddressScore,
}

impl Known {
    /// Refuses a telephone number that cannot be one.
    pub(crate) fn parse(user: &MatchUser) -> Result<Self, Error> {
        if let Some(phone) = user.phone_number.as_deref().filter(|phone| !phone.is_empty()) {
            validate::phone(phone, "user.phone_number")?;
        }
        let filled = |text: &Option<String>| {
            text.as_deref()
                .map(str::trim)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        Ok(Self {
            name: filled(&user.legal_name)
                .map(|name| words(&name))
                .filter(|words| !words.is_empty()),
            phone: filled(&user.phone_number).map(|phone| digits(&phone)),
            email: filled(&user.email_address).map(|email| email.to_lowercase()),
            address: user.address.clone(),
        })
    }

    /// The best score of each kind over all owners of an account.
    pub(crate) fn scores(&self, owners: &[Owner]) -> Scores {
        let names = owners.iter().flat_map(|owner| &owner.names);
        let phones = owners.iter().flat_map(|owner| &owner.phone_numbers);
        let emails = owners.iter().flat_map(|owner| &owner.emails);
        let addresses = owners.iter().flat_map(|owner| &owner.addresses);
        let best = |scores: &mut dyn Iterator<Item = u8>| Score { score: scores.max() };
        let name = self.name.as_ref().and_then(|known| {
            names
                .map(|name| name_score(known, &words(name)))
                .max_by_key(|score| score.score)
        });
        let address = self.address.as_ref().and_then(|known| {
            addresses
                .filter_map(|address| address_score(known, &address.data))
                .max_by_key(|score| score.score)
        });
        Scores {
            name: name.unwrap_or(NameScore {
                is_business_name_detected: None,
                is_first_name_or_last_name_match: None,
                is_nickname_match: None,
                score: None,
            }),
            phone: self.phone.as_ref().map_or(Score { score: None }, |known| {
                best(&mut phones.map(|phone| phone_score(known, &digits(&phone.data))))
            }),
            email: self.email.as_ref().map_or(Score { score: None }, |known| {
                best(&mut emails.map(|email| email_score(known, &email.data.to_lowercase())))
            }),
            address: address.unwrap_or(AddressScore {
                is_postal_code_match: None,
                score: None,
            }),
        }
    }
}

/// Lower-case words without punctuation.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.replace('\'', ""))
        .filter(|word| !word.is_empty())
        .collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// 0 to 100: how much of two texts is the same.
fn likeness(left: &str, right: &str) -> u8 {
    let longest = left.chars().count().max(right.chars().count());
    if longest == 0 {
        return 0;
    }
    let same = longest.saturating_sub(strsim::damerau_levenshtein(left, right));
    u8::try_from(same.saturating_mul(100).checked_div(longest).unwrap_or_default()).unwrap_or(100)
}

fn name_score(known: &[String], bank: &[String]) -> NameScore {
    let ends = |name: &[String]| {
        (
            name.first().cloned().unwrap_or_default(),
            name.last().cloned().unwrap_or_default(),
        )
    };
    let ((known_first, known_last), (bank_first, bank_last)) = (ends(known), ends(bank));
    let nickname = known_first != bank_first && are_nicknames(&known_first, &bank_first);
    let (first, last) = (known_first == bank_first, known_last == bank_last);
    let score = if known == bank {
        100
    } else {
        let mut sorted = [known.to_vec(), bank.to_vec()];
        for words in &mut sorted {
            words.sort_unstable();
        }
        let [left, right] = &sorted;
        match (left == right, first, last, nickname) {
            (true, ..) => 95,
            // Middle names come and go.
            (_, true, true, _) => 90,
            (_, false, true, true) => 85,
            _ => likeness(&left.join(" "), &right.join(" ")).min(if first || last { 84 } else { 69 }),
        }
    };
    let business = [known, bank]
        .iter()
        .any(|name| name.iter().any(|word| BUSINESS_WORDS.contains(&word.as_str())));
    NameScore {
        is_business_name_detected: Some(business),
        is_first_name_or_last_name_match: Some(first || last),
        is_nickname_match: Some(nickname),
        score: Some(score),
    }
}

fn are_nicknames(left: &str, right: &str) -> bool {
    NICKNAMES
        .iter()
        .any(|group| group.contains(&left) && group.contains(&right))
}

fn phone_score(known: &str, bank: &str) -> u8 {
    // A national number is the end of an international one.
    let (short, long) = if known.len() <= bank.len() {
        (known, bank)
    } else {
        (bank, known)
    };
    if short.len() >= 7 && long.ends_with(short) {
        100
    } else {
        likeness(known, bank).min(69)
    }
}

fn email_score(known: &str, bank: &str) -> u8 {
    if known == bank {
        return 100;
    }
    match (known.split_once('@'), bank.split_once('@')) {
        (Some((left, domain)), Some((right, other))) if domain == other => {
            // The same mailbox, tagged or dotted.
            let plain = |local: &str| local.split('+').next().unwrap_or_default().replace('.', "");
            if plain(left) == plain(right) {
                90
            } else {
                likeness(left, right).min(84)
            }
        }
        _ => likeness(known, bank).min(69),
    }
}

fn address_score(known: &MatchAddress, bank: &AddressData) -> Option<AddressScore> {
    let street = Some(bank.street.clone()).filter(|street| !street.is_empty());
    let parts = [
        (&known.street, &street, 4_u32),
        (&known.city, &bank.city, 2),
        (&known.region, &bank.region, 1),
        (&known.postal_code, &bank.postal_code, 2),
        (&known.country, &bank.country, 1),
    ];
    let (mut total, mut weight) = (0_u32, 0_u32);
    for (ours, theirs, weighs) in parts {
        if let (Some(ours), Some(theirs)) = (ours, theirs) {
            total = total.saturating_add(
                u32::from(likeness(&street_form(ours), &street_form(theirs))).saturating_mul(weighs),
            );
            weight = weight.saturating_add(weighs);
        }
    }
    let score = total.checked_div(weight)?;
    let same_code = match (&known.postal_code, &bank.postal_code) {
        // ZIP+4 and ZIP name the same place.
        (Some(ours), Some(theirs)) => {
            let area = |code: &str| code.split('-').next().unwrap_or_default().trim().to_lowercase();
            Some(area(ours) == area(theirs))
        }
        _ => None,
    };
    Some(AddressScore {
        is_postal_code_match: same_code,
        score: u8::try_from(score).ok(),
    })
}

/// An address part in one form: words in lower case, the usual abbreviations spelled out.
fn street_form(text: &str) -> String {
    let spelled = |word: String| match word.as_str() {
        "st" => "street".to_owned(),
        "rd" => "road".to_owned(),
        "ave" | "av" => "avenue".to_owned(),
        "ln" => "lane".to_owned(),
        "dr" => "drive".to_owned(),
        "blvd" => "boulevard".to_owned(),
        "ct" => "court".to_owned(),
        "apt" => "apartment".to_owned(),
        _ => word,
    };
    words(text).into_iter().map(spelled).collect::<Vec<_>>().join(" ")
}
