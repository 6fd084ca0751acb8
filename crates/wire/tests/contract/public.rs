//! Our schema beside the public one, where a copy of that is present: whatever a client of the public
//! contract sends is known here, and whatever it may rely on in an answer is there.
//!
//! Without the copy there is nothing to compare and the tests pass.

use selvedge_wire::endpoint::OPERATIONS;
use selvedge_wire::openapi::document;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Where a copy of the public schema may be.
pub(crate) const COPY: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../shared/data/plaid-openapi-2020-09-14.yml"
);

pub(crate) static PUBLIC: LazyLock<Option<Value>> = LazyLock::new(|| {
    let text = std::fs::read_to_string(COPY).ok()?;
    Some(serde_saphyr::from_str(&text).unwrap())
});

/// Compares one side's schema with the other's, following references on both.
struct Comparison<'d> {
    ours: &'d Value,
    theirs: &'d Value,
    findings: BTreeSet<String>,
    seen: BTreeSet<String>,
}

/// An object's fields, merged over `allOf`.
#[derive(Default)]
pub(crate) struct Fields {
    pub(crate) properties: Map<String, Value>,
    pub(crate) required: BTreeSet<String>,
}

/// The fields of `schema`, whose references lead into `root`.
pub(crate) fn fields(root: &Value, schema: &Value) -> Fields {
    let mut all = Fields::default();
    if let Some(pointer) = schema.get("$ref").and_then(Value::as_str) {
        return fields(root, root.pointer(pointer.trim_start_matches('#')).unwrap());
    }
    for part in schema
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let part = fields(root, part);
        all.properties.extend(part.properties);
        all.required.extend(part.required);
    }
    for choice in schema
        .get("anyOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        all.properties.extend(fields(root, choice).properties);
        all.required.extend(fields(root, choice).required);
    }
    if let Some(Value::Object(properties)) = schema.get("properties") {
        all.properties.extend(properties.clone());
    }
    let required = schema.get("required").and_then(Value::as_array);
    all.required.extend(
        required
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned),
    );
    all
}

/// What a list holds; the schema itself when it is no list.
fn element<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    if let Some(pointer) = schema.get("$ref").and_then(Value::as_str) {
        return element(root, root.pointer(pointer.trim_start_matches('#')).unwrap());
    }
    match schema.get("items") {
        Some(items) => element(root, items),
        None => schema,
    }
}

impl Comparison<'_> {
    /// Every field that a client may send must be known.
    fn request(&mut self, ours: &Value, theirs: &Value, place: &str) {
        let (ours, theirs) = (self.our_fields(ours), self.their_fields(theirs));
        if ours.properties.is_empty() {
            // Taken as it is and ignored.
            return;
        }
        for (name, property) in &theirs.properties {
            let place = format!("{place}.{name}");
            match ours.properties.get(name) {
                Some(own) if self.seen.insert(place.clone()) => self.request(own, property, &place),
                Some(_) => {}
                None => {
                    self.findings.insert(format!("request {place} is not known"));
                }
            }
        }
        for name in ours.required.difference(&theirs.required) {
            self.findings
                .insert(format!("request {place}.{name} is demanded by us alone"));
        }
    }

    /// Every field that a client may rely on must be there.
    fn response(&mut self, ours: &Value, theirs: &Value, place: &str) {
        let (ours, theirs) = (self.our_fields(ours), self.their_fields(theirs));
        if ours.properties.is_empty() {
            return;
        }
        for name in theirs.required.difference(&ours.required) {
            self.findings
                .insert(format!("response {place}.{name} is not always there"));
        }
        for (name, property) in &theirs.properties {
            if let Some(own) = ours.properties.get(name)
                && self.seen.insert(format!("{place}.{name}"))
            {
                self.response(own, property, &format!("{place}.{name}"));
            }
        }
        for name in ours.properties.keys() {
            if !theirs.properties.contains_key(name) {
                self.findings
                    .insert(format!("response {place}.{name} is ours alone"));
            }
        }
    }

    fn our_fields(&self, schema: &Value) -> Fields {
        fields(self.ours, element(self.ours, schema))
    }

    fn their_fields(&self, schema: &Value) -> Fields {
        fields(self.theirs, element(self.theirs, schema))
    }
}

/// Differences that are meant: fields that newer clients need and the copy of the public schema does not
/// know, and one filter type for every account type.
const MEANT: &[&str] = &[
    "response /institutions/get.institutions.connection_availability is ours alone",
    "response /institutions/get.institutions.payment_initiation_metadata.supports_commercial_payment_consents is ours alone",
    "response /institutions/get_by_id.institution.connection_availability is ours alone",
    "response /institutions/get_by_id.institution.payment_initiation_metadata.supports_commercial_payment_consents is ours alone",
    "response /institutions/search.institutions.connection_availability is ours alone",
    "response /institutions/search.institutions.payment_initiation_metadata.supports_commercial_payment_consents is ours alone",
    "response /item/activity/list.last_data_access_times.contact_info is ours alone",
    "response /item/activity/list.last_data_access_times.credit_loan_info is ours alone",
    "response /link/token/get.metadata.account_filters.credit.limited_purpose_types is ours alone",
    "response /link/token/get.metadata.account_filters.investment.limited_purpose_types is ours alone",
    "response /link/token/get.metadata.account_filters.loan.limited_purpose_types is ours alone",
    "response /link/token/get.metadata.account_filters.other is ours alone",
];

#[test]
fn whatever_a_public_client_sends_is_known_and_whatever_it_relies_on_is_there() {
    let Some(theirs) = PUBLIC.as_ref() else {
        eprintln!("not compared: there is no copy of the public schema at {COPY}");
        return;
    };
    let ours = document("");
    let mut comparison = Comparison {
        ours: &ours,
        theirs,
        findings: BTreeSet::new(),
        seen: BTreeSet::new(),
    };
    let mut compared = 0;
    for operation in OPERATIONS {
        let Some(public) = theirs["paths"].get(operation.path) else {
            continue;
        };
        compared += 1;
        let own = &ours["paths"][operation.path]["post"];
        let public = &public["post"];
        let content = |side: &Value| side["content"]["application/json"]["schema"].clone();
        comparison.request(
            &content(&own["requestBody"]),
            &content(&public["requestBody"]),
            operation.path,
        );
        comparison.response(
            &content(&own["responses"]["200"]),
            &content(&public["responses"]["200"]),
            operation.path,
        );
    }
    assert!(compared > 30, "only {compared} operations were compared");
    let found: BTreeSet<&str> = comparison.findings.iter().map(String::as_str).collect();
    let meant: BTreeSet<&str> = MEANT.iter().copied().collect();
    let surprising: Vec<_> = found.difference(&meant).collect();
    let stale: Vec<_> = meant.difference(&found).collect();
    assert!(
        surprising.is_empty() && stale.is_empty(),
        "differences: {surprising:#?}\nno longer there: {stale:#?}"
    );
}

#[test]
fn every_path_of_the_public_contract_is_known() {
    let Some(theirs) = PUBLIC.as_ref() else {
        eprintln!("not compared: there is no copy of the public schema at {COPY}");
        return;
    };
    for path in theirs["paths"].as_object().unwrap().keys() {
        assert!(selvedge_wire::routes::is_public(path), "{path}");
    }
}
