//! A made-up catalogue of any size, the same in every run.

use selvedge_banks::Institution;
use selvedge_banks::institution::{Catalogue, DataError};
use selvedge_model::id::InstitutionId;

const PLACES: [&str; 40] = [
    "Alder",
    "Amber",
    "Ashford",
    "Bay",
    "Birch",
    "Blue Ridge",
    "Cedar",
    "Clear Lake",
    "Coastal",
    "Copper",
    "Cypress",
    "Delta",
    "Eagle",
    "Elm",
    "Evergreen",
    "Fairview",
    "Flint",
    "Granite",
    "Green Valley",
    "Harbor",
    "Hickory",
    "Iron",
    "Juniper",
    "Lake Shore",
    "Laurel",
    "Linden",
    "Maple",
    "Meadow",
    "Mesa",
    "North Star",
    "Oak",
    "Pine",
    "Prairie",
    "Redwood",
    "River",
    "Salt Creek",
    "Silver",
    "Summit",
    "Tamarack",
    "Willow",
];
const KINDS: [&str; 20] = [
    "Bank",
    "Credit Union",
    "Savings Bank",
    "Federal Credit Union",
    "Trust Company",
    "National Bank",
    "Community Bank",
    "State Bank",
    "Savings and Loan",
    "Bank and Trust",
    "Mutual Bank",
    "Employees Credit Union",
    "Teachers Credit Union",
    "Farmers Bank",
    "Merchants Bank",
    "Building Society",
    "Banque populaire",
    "Sparkasse",
    "Caja de ahorros",
    "Cooperative Bank",
];
const TOWNS: [&str; 15] = [
    "",
    "of Springfield",
    "of Riverton",
    "of Kingston",
    "of Greenville",
    "of Fairhaven",
    "of Clayton",
    "of Brookfield",
    "of Ashton",
    "of Newport",
    "of Franklin",
    "of Salem",
    "of Georgetown",
    "of Dover",
    "of Milton",
];

/// `count` institutions with names of their own; at most 12,000.
pub(crate) fn many(count: usize) -> Result<Catalogue, DataError> {
    let built_in = Catalogue::load()?;
    let template = built_in.all();
    let names = TOWNS.iter().flat_map(|town| {
        KINDS
            .iter()
            .flat_map(move |kind| PLACES.iter().map(move |place| format!("{place} {kind} {town}")))
    });
    let rows = names.take(count).enumerate().zip(template.iter().cycle());
    let rows = rows.map(|((index, name), like)| Institution {
        id: InstitutionId::new(format!("ins_{}", 1_000_000 + index)),
        name: name.trim().to_owned(),
        ..like.clone()
    });
    Catalogue::of(rows.collect())
}
