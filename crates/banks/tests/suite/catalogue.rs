//! The institutions that other people's test suites look for are in the catalogue, and found by their queries.
//!
//! Paging, limits and JSON belong to the endpoints.

use selvedge_banks::checksum::is_routing_number;
use selvedge_banks::institution::{Catalogue, Health, Institution, SecondFactor, Tan};
use selvedge_model::Product;
use selvedge_model::country::Country;
use selvedge_model::id::InstitutionId;
use std::collections::BTreeSet;

fn catalogue() -> Catalogue {
    Catalogue::load().unwrap()
}

fn get<'a>(catalogue: &'a Catalogue, id: &str) -> &'a Institution {
    catalogue.find(&InstitutionId::new(id)).unwrap()
}

fn count(catalogue: &Catalogue, country: Country, fits: impl Fn(&Institution) -> bool) -> usize {
    catalogue
        .in_countries(&[country])
        .filter(|institution| fits(institution))
        .count()
}

fn names(
    catalogue: &Catalogue,
    query: &str,
    country: Country,
    fits: impl Fn(&Institution) -> bool,
) -> Vec<String> {
    let found = catalogue
        .search(query)
        .filter(|institution| institution.serves(&[country]) && fits(institution));
    found.map(|institution| institution.name.clone()).collect()
}

#[test]
fn every_sandbox_institution_has_its_name() {
    let catalogue = catalogue();
    for (id, name) in [
        ("ins_109508", "First Platypus Bank"),
        ("ins_130016", "First Platypus Balance Bank"),
        ("ins_109509", "First Gingham Credit Union"),
        ("ins_109510", "Tattersall Federal Credit Union"),
        ("ins_109511", "Tartan Bank"),
        ("ins_109512", "Houndstooth Bank"),
        ("ins_43", "Tartan-Dominion Bank of Canada"),
        ("ins_116834", "Flexible Platypus Open Banking"),
        ("ins_117650", "Royal Bank of Plaid"),
        ("ins_127287", "Platypus OAuth Bank"),
        ("ins_132241", "First Platypus OAuth App2App Bank"),
        ("ins_117181", "Flexible Platypus Open Banking"),
        ("ins_135858", "Windowpane Bank"),
        ("ins_132363", "Unhealthy Platypus Bank - Degraded"),
        ("ins_132361", "Unhealthy Platypus Bank - Down"),
        (
            "ins_133402",
            "Unsupported Platypus Bank - Institution Not Supported",
        ),
        ("ins_133502", "Platypus Bank RUX Auth"),
        ("ins_133503", "Platypus Bank RUX Match"),
        ("ins_129644", "First Platypus Bank - OAuth"),
        ("ins_129571", "Bank21"),
    ] {
        assert_eq!(get(&catalogue, id).name, name, "{id}");
    }
    for id in [
        "ins_1",
        "ins_3",
        "ins_12",
        "ins_13",
        "ins_20",
        "ins_56",
        "ins_127989",
        "ins_127990",
        "ins_128026",
        "ins_135842",
        "ins_138395",
    ] {
        assert!(!get(&catalogue, id).products.is_empty(), "{id}");
    }
    assert!(catalogue.find(&InstitutionId::new("notreal")).is_none());
}

#[test]
fn tartan_bank_looks_as_the_java_suite_expects() {
    let catalogue = catalogue();
    let tartan = get(&catalogue, "ins_109511");
    assert_eq!(tartan.url, "https://www.plaid.com/");
    assert_eq!(tartan.primary_color, "#174e7c");
    assert_eq!(get(&catalogue, "ins_109508").countries, [Country::Us]);
}

#[test]
fn every_row_is_complete_and_well_formed() {
    let catalogue = catalogue();
    let mut ids = BTreeSet::new();
    for institution in catalogue.all() {
        let id = institution.id.as_str();
        assert!(ids.insert(id.to_owned()), "{id} is there twice");
        assert!(
            id.strip_prefix("ins_")
                .is_some_and(|number| number.parse::<u32>().is_ok()),
            "{id}"
        );
        assert!(
            institution.url.starts_with("https://") && institution.url.ends_with('/'),
            "{id}"
        );
        let colour = institution.primary_color.strip_prefix('#').unwrap();
        assert!(
            colour.len() == 6
                && colour
                    .bytes()
                    .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')),
            "{id}"
        );
        assert!(
            !institution.countries.is_empty() && !institution.products.is_empty(),
            "{id}"
        );
        assert!(
            institution.products.is_sorted_by_key(|product| product.as_str()),
            "{id}"
        );
        assert!(
            institution
                .routing_numbers
                .iter()
                .all(|number| is_routing_number(number)),
            "{id}"
        );
        assert_eq!(
            institution.lists(Product::Auth),
            institution.auth_methods.instant_auth,
            "{id}"
        );
        assert_eq!(
            institution.lists(Product::PaymentInitiation),
            institution.payment_initiation.is_some(),
            "{id}"
        );
    }
}

#[test]
fn there_are_enough_institutions_in_every_country() {
    let catalogue = catalogue();
    let any = |_: &Institution| true;
    assert!(count(&catalogue, Country::Us, any) >= 30);
    assert!(count(&catalogue, Country::Ca, any) >= 4);
    assert!(count(&catalogue, Country::Gb, |institution| institution.oauth) >= 6);
    assert!(count(&catalogue, Country::Gb, |institution| !institution.oauth) >= 2);
    for country in Country::ALL {
        assert!(count(&catalogue, *country, any) >= 2, "{country}");
    }
}

#[test]
fn pages_of_us_institutions_are_full_with_identity_or_transactions() {
    let catalogue = catalogue();
    for product in [Product::Identity, Product::Transactions] {
        let page = catalogue
            .in_countries(&[Country::Us])
            .filter(|institution| institution.lists(product));
        assert_eq!(page.skip(4).take(3).count(), 3, "{product}");
    }
}

#[test]
fn two_routing_numbers_together_find_exactly_one_institution() {
    let catalogue = catalogue();
    let wanted = ["021200339", "052001633"].map(str::to_owned);
    let found: Vec<&str> = catalogue
        .in_countries(&[Country::Us])
        .filter(|institution| {
            wanted
                .iter()
                .all(|number| institution.routing_numbers.contains(number))
        })
        .map(|institution| institution.id.as_str())
        .collect();
    assert_eq!(found, ["ins_127989"]);
    assert_eq!(
        get(&catalogue, "ins_129571").routing_numbers,
        ["011401533", "101908988"]
    );
}

#[test]
fn the_searches_of_the_client_suites_find_what_they_assert() {
    let catalogue = catalogue();
    let with = |product: Product| move |institution: &Institution| institution.lists(product);
    let oauth = |institution: &Institution| institution.oauth && institution.lists(Product::Auth);
    assert!(!names(&catalogue, "t", Country::Us, with(Product::Identity)).is_empty());
    assert!(!names(&catalogue, "Pl", Country::Gb, oauth).is_empty());
    assert!(names(&catalogue, "zebra", Country::Us, |_| true).is_empty());
    assert!(names(&catalogue, "zebra", Country::Gb, |_| true).is_empty());
    assert!(!names(&catalogue, "Platypus", Country::Us, with(Product::Transactions)).is_empty());
    assert!(!names(&catalogue, "Platypus", Country::Gb, oauth).is_empty());
    assert_eq!(
        names(
            &catalogue,
            "First Platypus Bank",
            Country::Us,
            with(Product::Transactions)
        )[0],
        "First Platypus Bank"
    );
    assert!(!names(&catalogue, "Chase", Country::Us, with(Product::Auth)).is_empty());
    let royal: Vec<&Institution> = catalogue.search("Royal Bank of Plaid").collect();
    assert_eq!(royal[0].id.as_str(), "ins_117650");
    assert!(
        royal
            .iter()
            .all(|institution| institution.payment_initiation.is_some())
    );
    assert_eq!(catalogue.search("ins_109508").count(), 1);
    assert_eq!(catalogue.search("").count(), 0);
}

#[test]
fn a_misspelt_name_is_found_all_the_same() {
    let catalogue = catalogue();
    assert_eq!(
        names(&catalogue, "houndstoth", Country::Us, |_| true),
        ["Houndstooth Bank"]
    );
    assert_eq!(
        names(&catalogue, "tatersall credit", Country::Us, |_| true),
        ["Tattersall Federal Credit Union"]
    );
}

#[test]
fn institutions_with_quirks_have_them() {
    let catalogue = catalogue();
    assert_eq!(get(&catalogue, "ins_132363").health, Health::Degraded);
    assert_eq!(get(&catalogue, "ins_132361").health, Health::Down);
    assert_eq!(get(&catalogue, "ins_133402").health, Health::Unsupported);
    let tokens: Vec<&str> = catalogue
        .all()
        .iter()
        .filter(|institution| institution.tan != Tan::None)
        .map(|institution| institution.id.as_str())
        .collect();
    assert_eq!(tokens, ["ins_127287", "ins_56", "ins_127990", "ins_13"]);
    assert!(get(&catalogue, "ins_128026").tells_balance_age);
    assert_eq!(get(&catalogue, "ins_127989").second_factor, SecondFactor::Always);
    let houndstooth = get(&catalogue, "ins_109512");
    assert!(!houndstooth.auth_methods.instant_auth && houndstooth.auth_methods.instant_match);
    assert!(houndstooth.auth_methods.automated_micro_deposits);
    assert!(!houndstooth.lists(Product::Auth) && houndstooth.supports(Product::Auth));
    assert!(get(&catalogue, "ins_135858").auth_methods.instant_micro_deposits);
}

#[test]
fn what_an_institution_supports_rests_on_what_it_lists() {
    let catalogue = catalogue();
    let platypus = get(&catalogue, "ins_109508");
    for product in [
        Product::Transfer,
        Product::Statements,
        Product::CraBaseReport,
        Product::InvestmentsAuth,
    ] {
        assert!(
            !platypus.lists(product) && platypus.supports(product),
            "{product}"
        );
    }
    assert!(!platypus.supports(Product::PaymentInitiation));
    assert!(!get(&catalogue, "ins_12").supports(Product::Auth));
}

#[test]
fn a_bank_is_found_by_a_routing_number_that_is_its_own() {
    let catalogue = catalogue();
    let windowpane = catalogue.by_routing_number("333333334").unwrap();
    assert_eq!(windowpane.id.as_str(), "ins_135858");
    assert!(
        catalogue.by_routing_number("011401533").is_none(),
        "the fixture's number belongs to many"
    );
    assert!(catalogue.by_routing_number("").is_none() && catalogue.by_routing_number("1").is_none());
    let typed: Vec<&str> = catalogue
        .search(" 333333334 ")
        .map(|institution| institution.id.as_str())
        .collect();
    assert_eq!(typed, ["ins_135858"]);
}

#[test]
fn what_is_offered_first_works_well_serves_the_country_and_has_the_products() {
    let catalogue = catalogue();
    let ids = |countries: &[Country], products: &[Product]| -> Vec<String> {
        let offered = catalogue.offered(countries, products);
        offered
            .into_iter()
            .map(|institution| institution.id.to_string())
            .collect()
    };
    let first = ids(&[Country::Us], &[Product::Auth]);
    assert_eq!(first[0], "ins_109508");
    let place = |id: &str| first.iter().position(|other| other == id);
    assert!(
        place("ins_132361") > place("ins_900112"),
        "a bank that is down comes last"
    );
    assert_eq!(
        place("ins_138395"),
        None,
        "limited purpose accounts have no numbers"
    );
    let german = ids(&[Country::De], &[]);
    assert!(
        german.iter().position(|id| id == "ins_900129") < german.iter().position(|id| id == "ins_117181")
    );
    assert!(ids(&[], &[]).is_empty());
    assert_eq!(
        ids(&[Country::Us], &[]),
        ids(&[Country::Us], &[]),
        "the same every time"
    );
}

#[test]
fn a_search_over_twelve_thousand_institutions_ranks_as_one_over_few() {
    let catalogue = crate::many::many(12_000).unwrap();
    assert_eq!(catalogue.all().len(), 12_000);
    let names = |query: &str| -> Vec<String> {
        let found = catalogue.search(query).take(3);
        found.map(|institution| institution.name.clone()).collect()
    };
    assert_eq!(names("redwood bank")[0], "Redwood Bank");
    assert_eq!(
        names("redwod farmers bank milton"),
        ["Redwood Farmers Bank of Milton"]
    );
    assert_eq!(names("saltcreekspar")[0], "Salt Creek Sparkasse");
    assert!(names("qqqq").is_empty());
}
