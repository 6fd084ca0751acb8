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
    /// Each routing number with the institutions that have it.
    by_routing: HashMap<String, Vec<usize>>,
    index: search::Index,
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
            by_routing: HashMap::new(),
            index: search::Index::default(),
        }
    }

    /// These institutions, in this order: the one that most people look for comes first.
    pub fn of(rows: Vec<Institution>) -> Result<Self, DataError> {
        let mut by_id = HashMap::with_capacity(rows.len());
        let mut by_routing: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, institution) in rows.iter().enumerate() {
            if by_id.insert(institution.id.clone(), place).is_some() {
                return Err(DataError::Twice(institution.id.to_string()));
            }
            for number in &institution.routing_numbers {
                by_routing.entry(number.clone()).or_default().push(place);
            }
        }
        let index = search::Index::of(rows.iter().map(|institution| institution.name.as_str()));
        Ok(Self {
            rows,
            by_id,
            by_routing,
            index,
        })
    }

    fn parse(text: &str) -> Result<Self, DataError> {
        let file: File = serde_json::from_str(text)?;
        let rows = file.institutions.into_iter();
        let rows = rows.map(|row| row.complete(&file.product_sets, &file.payment_sets));
        Self::of(rows.collect::<Result<_, _>>()?)
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

    /// The institution that a routing number belongs to; `None` when nobody has it, or several do.
    pub fn by_routing_number(&self, number: &str) -> Option<&Institution> {
        match self.by_routing.get(number)?.as_slice() {
            [only] => self.rows.get(*only),
            _ => None,
        }
    }

    /// What to offer before anything is typed: those that serve one of `countries` and can be used for all of
    /// `products`. First those that work well, and among them those at home in one of the countries; else in the
    /// fixed order, which begins with what most people look for.
    pub fn offered(&self, countries: &[Country], products: &[Product]) -> Vec<&Institution> {
        let mut offered: Vec<&Institution> = self
            .rows
            .iter()
            .filter(|institution| institution.serves(countries))
            .filter(|institution| products.iter().all(|product| institution.supports(*product)))
            .collect();
        offered.sort_by_key(|institution| {
            let unwell = institution.health != Health::Healthy;
            (unwell, !countries.contains(&institution.home()))
        });
        offered
    }

    /// Those whose name resembles `query`, the best first and equally good ones in the fixed order; a small
    /// misspelling is forgiven. An id finds its institution, and a routing number those that have it.
    pub fn search(&self, query: &str) -> impl Iterator<Item = &Institution> {
        let whole = query.trim();
        let routed = self.by_routing.get(whole).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<(search::Rank, usize)> = self
            .rows
            .iter()
            .zip(self.index.rank(query))
            .enumerate()
            .filter_map(|(place, (institution, rank))| {
                let named = institution.id.as_str() == whole || routed.binary_search(&place).is_ok();
                let rank = if named { Some(search::Rank::Exact) } else { rank };
                rank.map(|rank| (rank, place))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().filter_map(|(_, place)| self.rows.get(place))
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
