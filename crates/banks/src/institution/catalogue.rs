//! The catalogue: the embedded data file, read once, in a fixed order.
//!
//! It does not change while the program runs, and holds nothing that belongs to a team.

use super::search;
use super::{AuthMethods, Health, Institution, PaymentInitiation, SecondFactor, Tan};
use selvedge_model::Product;
use selvedge_model::country::Country;
use selvedge_model::id::InstitutionId;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

const DATA: &str = include_str!("institutions.json");

/// Every institution, in the order in which lists show them.
#[derive(Debug)]
pub struct Catalogue {
    rows: Vec<Institution>,
    by_id: HashMap<InstitutionId, usize>,
    words: Vec<search::Words>,
}

/// Why the data file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// It is not JSON of the expected shape.
    #[error("the institutions file cannot be read: {0}")]
    Shape(#[from] serde_json::Error),
    /// A row names a set that the file does not define.
    #[error("institution {id} names the unknown set {set:?}")]
    UnknownSet {
        /// The row.
        id: String,
        /// The name.
        set: String,
    },
    /// Two rows have the same id.
    #[error("institution {0} is there twice")]
    Twice(String),
}

impl Catalogue {
    /// Reads the data that is part of the program.
    pub fn load() -> Result<Self, DataError> {
        Self::parse(DATA)
    }

    /// No institution at all: what a production server has until a bank is configured.
    pub fn empty() -> Self {
        Self {
            rows: Vec::new(),
            by_id: HashMap::new(),
            words: Vec::new(),
        }
    }

    fn parse(text: &str) -> Result<Self, DataError> {
        let file: File = serde_json::from_str(text)?;
        let mut rows = Vec::with_capacity(file.institutions.len());
        let mut by_id = HashMap::with_capacity(file.institutions.len());
        for row in file.institutions {
            let institution = row.complete(&file.product_sets, &file.payment_sets)?;
            if by_id.insert(institution.id.clone(), rows.len()).is_some() {
                return Err(DataError::Twice(institution.id.to_string()));
            }
            rows.push(institution);
        }
        let words = rows
            .iter()
            .map(|institution| search::Words::of(&institution.name))
            .collect();
        Ok(Self { rows, by_id, words })
    }

    /// The institution with that id.
    pub fn find(&self, id: &InstitutionId) -> Option<&Institution> {
        self.rows.get(*self.by_id.get(id)?)
    }

    /// Every institution, in the fixed order.
    pub fn all(&self) -> &[Institution] {
        &self.rows
    }

    /// Those that serve one of `countries`, in the fixed order.
    pub fn in_countries<'a>(&'a self, countries: &'a [Country]) -> impl Iterator<Item = &'a Institution> {
        self.rows
            .iter()
            .filter(|institution| institution.serves(countries))
    }

    /// Those whose name resembles `query`, the best first and equally good ones in the fixed order; a small
    /// misspelling is forgiven. An id finds its institution.
    pub fn search(&self, query: &str) -> impl Iterator<Item = &Institution> {
        let wanted = search::Words::of(query);
        let mut found: Vec<(search::Rank, &Institution)> = self
            .rows
            .iter()
            .zip(&self.words)
            .filter_map(|(institution, words)| {
                let rank = if institution.id.as_str() == query.trim() {
                    Some(search::Rank::Exact)
                } else {
                    wanted.rank(words)
                };
                rank.map(|rank| (rank, institution))
            })
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, institution)| institution)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    product_sets: BTreeMap<String, Vec<Product>>,
    payment_sets: BTreeMap<String, PaymentInitiation>,
    institutions: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    name: String,
    countries: Vec<Country>,
    products: String,
    auth: Vec<Method>,
    #[serde(default)]
    routing: Vec<String>,
    #[serde(default)]
    oauth: bool,
    payments: Option<String>,
    health: Option<Health>,
    tan: Option<Tan>,
    second_factor: Option<SecondFactor>,
    #[serde(default)]
    tells_balance_age: bool,
    url: String,
    color: String,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Method {
    InstantAuth,
    InstantMatch,
    AutomatedMicroDeposits,
    InstantMicroDeposits,
}

impl Row {
    fn complete(
        self,
        product_sets: &BTreeMap<String, Vec<Product>>,
        payment_sets: &BTreeMap<String, PaymentInitiation>,
    ) -> Result<Institution, DataError> {
        let mut products = named(product_sets, &self.id, &self.products)?;
        products.sort_by_key(|product| product.as_str());
        let payment_initiation = match &self.payments {
            Some(set) => Some(named(payment_sets, &self.id, set)?),
            None => None,
        };
        Ok(Institution {
            auth_methods: AuthMethods {
                instant_auth: self.auth.contains(&Method::InstantAuth),
                instant_match: self.auth.contains(&Method::InstantMatch),
                automated_micro_deposits: self.auth.contains(&Method::AutomatedMicroDeposits),
                instant_micro_deposits: self.auth.contains(&Method::InstantMicroDeposits),
            },
            id: InstitutionId::new(self.id),
            name: self.name,
            countries: self.countries,
            products,
            routing_numbers: self.routing,
            oauth: self.oauth,
            url: self.url,
            primary_color: self.color,
            health: self.health.unwrap_or(Health::Healthy),
            payment_initiation,
            tan: self.tan.unwrap_or(Tan::None),
            tells_balance_age: self.tells_balance_age,
            second_factor: self.second_factor.unwrap_or(SecondFactor::AsTold),
        })
    }
}

fn named<T: Clone>(sets: &BTreeMap<String, T>, id: &str, set: &str) -> Result<T, DataError> {
    sets.get(set).cloned().ok_or_else(|| DataError::UnknownSet {
        id: id.to_owned(),
        set: set.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = r##"{"id":"ins_9","name":"A","countries":["US"],"products":"us","auth":[],"url":"u","color":"#000000"}"##;

    fn file(rows: &str) -> String {
        format!(
            r#"{{"product_sets":{{"us":["transactions","auth"]}},"payment_sets":{{}},"institutions":[{rows}]}}"#
        )
    }

    #[test]
    fn products_are_sorted_by_name() {
        let catalogue = Catalogue::parse(&file(ROW)).unwrap();
        assert_eq!(
            catalogue.all()[0].products,
            [Product::Auth, Product::Transactions]
        );
    }

    #[test]
    fn a_file_with_a_repeated_id_or_an_unknown_set_is_refused() {
        let twice = Catalogue::parse(&file(&format!("{ROW},{ROW}"))).unwrap_err();
        assert_eq!(twice.to_string(), "institution ins_9 is there twice");
        let unknown = Catalogue::parse(&file(&ROW.replace("\"us\"", "\"uk\""))).unwrap_err();
        assert_eq!(
            unknown.to_string(),
            "institution ins_9 names the unknown set \"uk\""
        );
        assert!(matches!(Catalogue::parse(&file("{}")), Err(DataError::Shape(_))));
    }
}
