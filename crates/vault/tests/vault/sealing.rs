//! Sealed values open where they were sealed and nowhere else, and damage is an error, never a panic.

use crate::{NUMBERS, PLACE, ctx, item, sandbox, team, vault};
use proptest::prelude::*;
use selvedge_model::Environment;
use selvedge_model::id::{ItemId, TeamId};
use selvedge_vault::{ItemKey, OpenError, Place, Vault, WrappedKey};

/// Every way to seal, so that each case is tried on all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Item,
    Team,
    Reply,
    Global,
}

const WAYS: [Way; 4] = [Way::Item, Way::Team, Way::Reply, Way::Global];

/// One vault with one Item's key.
struct Safe {
    vault: Vault,
    team: TeamId,
    key: ItemKey,
}

impl Safe {
    fn try_new(vault: Vault, team: TeamId) -> Result<Self, OpenError> {
        let wrapped = vault.new_item_key(&ctx(), &team, &item());
        let key = vault.item_key(&team, &item(), wrapped.as_bytes())?;
        Ok(Self { vault, team, key })
    }

    fn seal(&self, way: Way, place: Place<'_>, plain: &[u8]) -> Vec<u8> {
        match way {
            Way::Item => self.key.seal(&ctx(), place, plain),
            Way::Team => self.vault.seal_team(&ctx(), &self.team, place, plain),
            Way::Reply => self.vault.seal_reply(&ctx(), &self.team, place, plain),
            Way::Global => self.vault.seal_global(&ctx(), place, plain),
        }
    }

    fn open(&self, way: Way, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        let opened = match way {
            Way::Item => self.key.open(place, sealed),
            Way::Team => self.vault.open_team(&self.team, place, sealed),
            Way::Reply => self.vault.open_reply(&self.team, place, sealed),
            Way::Global => self.vault.open_global(place, sealed),
        };
        opened.map(|plain| plain.to_vec())
    }
}

proptest! {
    #[test]
    fn whatever_is_sealed_opens_in_its_own_place(
        plain in proptest::collection::vec(any::<u8>(), 0..600),
        (table, column, row) in (".{0,12}", ".{0,12}", ".{0,40}"),
    ) {
        let safe = Safe::try_new(sandbox(), team()).unwrap();
        let place = Place::new(&table, &column, &row);
        for way in WAYS {
            let sealed = safe.seal(way, place, &plain);
            prop_assert_eq!(sealed.len(), plain.len() + 38);
            prop_assert_eq!(safe.open(way, place, &sealed), Ok(plain.clone()));
        }
    }

    #[test]
    fn bytes_that_nobody_sealed_never_open(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let safe = Safe::try_new(sandbox(), team()).unwrap();
        for way in WAYS {
            prop_assert!(safe.open(way, PLACE, &bytes).is_err());
            // With the version, algorithm and key id in order, so that the cipher itself has to refuse.
            let sealed = safe.seal(way, PLACE, NUMBERS);
            prop_assert!(safe.open(way, PLACE, &[&sealed[..10], &bytes].concat()).is_err());
        }
        prop_assert!(safe.vault.item_key(&team(), &item(), &bytes).is_err());
    }
}

#[test]
fn sealing_twice_gives_two_ciphertexts() {
    let safe = Safe::try_new(sandbox(), team()).unwrap();
    for way in WAYS {
        assert_ne!(
            safe.seal(way, PLACE, NUMBERS),
            safe.seal(way, PLACE, NUMBERS),
            "{way:?}"
        );
    }
}

/// D2: between rows, columns and tables.
#[test]
fn d2_a_ciphertext_moved_to_another_row_column_or_table_does_not_open() {
    let safe = Safe::try_new(sandbox(), team()).unwrap();
    let moved = [
        Place {
            row: "account 2",
            ..PLACE
        },
        Place {
            column: "identity",
            ..PLACE
        },
        Place {
            table: "items",
            ..PLACE
        },
        // The same letters, cut elsewhere.
        Place::new("account", "snumbers", "account 1"),
        Place::new("accounts", "number", "saccount 1"),
    ];
    for way in WAYS {
        let sealed = safe.seal(way, PLACE, NUMBERS);
        for place in moved {
            assert_eq!(
                safe.open(way, place, &sealed),
                Err(OpenError::Altered),
                "{way:?} {place:?}"
            );
        }
        assert_eq!(safe.open(way, PLACE, &sealed).as_deref(), Ok(NUMBERS));
    }
}

/// D2: between teams, environments, Items and kinds of rows.
#[test]
fn d2_a_ciphertext_moved_to_another_team_environment_item_or_kind_does_not_open() {
    let safe = Safe::try_new(sandbox(), team()).unwrap();
    let other_item = Safe::try_new(sandbox(), team()).unwrap();
    let other_team = Safe::try_new(sandbox(), TeamId::new("team_2")).unwrap();
    let other_environment = Safe::try_new(vault(Environment::Production), team()).unwrap();
    for way in WAYS {
        let sealed = safe.seal(way, PLACE, NUMBERS);
        for other in WAYS.into_iter().filter(|other| *other != way) {
            assert!(safe.open(other, PLACE, &sealed).is_err(), "{way:?} as {other:?}");
        }
        assert!(other_environment.open(way, PLACE, &sealed).is_err(), "{way:?}");
        assert_eq!(
            other_team.open(way, PLACE, &sealed).is_ok(),
            way == Way::Global,
            "{way:?}"
        );
        assert_eq!(
            other_item.open(way, PLACE, &sealed).is_ok(),
            way != Way::Item,
            "{way:?}"
        );
    }
}

/// D2: the wrapped key is itself bound to its Item.
#[test]
fn d2_a_wrapped_key_moved_to_another_item_team_or_environment_does_not_open() {
    let vault_here = sandbox();
    let wrapped = vault_here.new_item_key(&ctx(), &team(), &item()).into_bytes();
    let refusal = |vault: &Vault, team: &str, item: &str| {
        vault
            .item_key(&TeamId::new(team), &ItemId::new(item), &wrapped)
            .err()
    };
    assert_eq!(refusal(&vault_here, "team_1", "item 1"), None);
    assert_eq!(refusal(&vault_here, "team_1", "item 2"), Some(OpenError::Altered));
    let is_foreign = |error| matches!(error, Some(OpenError::UnknownKey { .. }));
    assert!(is_foreign(refusal(&vault_here, "team_2", "item 1")));
    assert!(is_foreign(refusal(
        &vault(Environment::Production),
        "team_1",
        "item 1"
    )));
}

/// D3: of a sealed value.
#[test]
fn d3_a_sealed_value_with_any_byte_changed_lost_or_added_is_an_error() {
    let safe = Safe::try_new(sandbox(), team()).unwrap();
    for way in WAYS {
        let sealed = safe.seal(way, PLACE, NUMBERS);
        for damaged in damages(&sealed) {
            assert!(safe.open(way, PLACE, &damaged).is_err(), "{way:?} {damaged:?}");
        }
    }
}

/// D3: of a wrapped key.
#[test]
fn d3_a_wrapped_key_with_any_byte_changed_lost_or_added_is_an_error() {
    let vault = sandbox();
    let wrapped = vault.new_item_key(&ctx(), &team(), &item());
    assert_eq!(wrapped.as_bytes().len(), WrappedKey::LENGTH);
    for damaged in damages(wrapped.as_bytes()) {
        assert!(vault.item_key(&team(), &item(), &damaged).is_err(), "{damaged:?}");
    }
}

/// Every single-bit change, every truncation at either end, and one byte more.
fn damages(bytes: &[u8]) -> Vec<Vec<u8>> {
    let flips = (0..bytes.len() * 8).map(|bit| {
        let change = |(index, byte): (usize, &u8)| {
            if index == bit / 8 {
                byte ^ (1 << (bit % 8))
            } else {
                *byte
            }
        };
        bytes.iter().enumerate().map(change).collect()
    });
    let tails = (0..bytes.len()).map(|kept| bytes.iter().take(kept).copied().collect());
    let heads = (1..=bytes.len()).map(|lost| bytes.iter().skip(lost).copied().collect());
    flips
        .chain(tails)
        .chain(heads)
        .chain([[bytes, &[0]].concat()])
        .collect()
}

/// D6: each cause has words of its own, and the value still opens for a program that knows it.
#[test]
fn d6_an_unknown_version_algorithm_or_key_is_named() {
    let safe = Safe::try_new(sandbox(), team()).unwrap();
    let sealed = safe.seal(Way::Team, PLACE, NUMBERS);
    let changed = |index: usize, byte: u8| {
        let mut bytes = sealed.clone();
        bytes.get_mut(index).into_iter().for_each(|at| *at = byte);
        safe.open(Way::Team, PLACE, &bytes).unwrap_err()
    };
    assert_eq!(changed(0, 2), OpenError::UnknownVersion { version: 2 });
    assert_eq!(
        changed(0, 2).to_string(),
        "the sealed value has format version 2, which this program does not know"
    );
    assert_eq!(changed(1, 7), OpenError::UnknownAlgorithm { algorithm: 7 });
    let mut id: [u8; 8] = sealed[2..10].try_into().unwrap();
    id[0] ^= 1;
    let key_id = u64::from_be_bytes(id);
    assert_eq!(changed(2, id[0]), OpenError::UnknownKey { key_id });
    assert!(changed(2, id[0]).to_string().contains(&format!("{key_id:016x}")));
    assert_eq!(safe.open(Way::Team, PLACE, &sealed).as_deref(), Ok(NUMBERS));
}

/// D6: a format still to come may be shorter than ours and is still reported as newer, not as damage.
#[test]
fn d6_a_short_value_of_a_later_version_is_reported_as_newer() {
    let safe = Safe::try_new(sandbox(), team()).unwrap();
    assert_eq!(
        safe.open(Way::Team, PLACE, &[2]),
        Err(OpenError::UnknownVersion { version: 2 })
    );
    assert_eq!(
        safe.open(Way::Team, PLACE, &[1]),
        Err(OpenError::CutShort { bytes: 1 })
    );
    assert_eq!(
        safe.open(Way::Team, PLACE, &[]),
        Err(OpenError::CutShort { bytes: 0 })
    );
}

#[test]
fn a_wrapped_key_that_does_not_match_its_commitment_is_refused() {
    let vault = sandbox();
    let mut wrapped = vault.new_item_key(&ctx(), &team(), &item()).into_bytes();
    let other = vault.new_item_key(&ctx(), &team(), &item()).into_bytes();
    let start = wrapped.len() - 32;
    wrapped[start..].copy_from_slice(&other[start..]);
    assert_eq!(
        vault.item_key(&team(), &item(), &wrapped).err(),
        Some(OpenError::WrongCommitment)
    );
}
