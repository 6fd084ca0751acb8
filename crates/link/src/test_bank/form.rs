//! What the forms of the site bring, in the words of the visit.

use selvedge_banks::connector::ExternalId;
use selvedge_banks::sandbox::oauth::{Decision, Outcome};
use selvedge_model::Sensitive;
use selvedge_model::scope::DataScope;
use selvedge_web::Form;

/// The ticket of the page that the form was on.
pub(super) fn ticket(form: &Form) -> &str {
    text(form, "ticket")
}

/// The one field of that name; empty when it is not there.
pub(super) fn text<'a>(form: &'a Form, name: &str) -> &'a str {
    form.get(name).map(Sensitive::expose).unwrap_or_default()
}

/// The answers to what the bank asked, in order, as far as there is one for each place.
pub(super) fn answers(form: &Form) -> Vec<Sensitive> {
    (0_usize..)
        .map_while(|place| form.get(&format!("answer_{place}")).cloned())
        .collect()
}

/// What was decided on the consent page.
pub(super) fn decision(form: &Form) -> Decision {
    let kinds = form
        .every("kind")
        .filter_map(|kind| DataScope::parse(kind.expose()));
    Decision {
        accounts: form
            .every("account")
            .map(|id| ExternalId::new(id.expose()))
            .collect(),
        kinds: kinds.collect(),
        outcome: if text(form, "decision") == "allow" {
            Outcome::parse(text(form, "outcome")).unwrap_or(Outcome::AsChosen)
        } else {
            Outcome::Denied
        },
    }
}

/// The ending that was picked in place of a sign-in.
pub(super) fn ending(form: &Form) -> Decision {
    Decision {
        accounts: Vec::new(),
        kinds: Vec::new(),
        outcome: Outcome::parse(text(form, "outcome")).unwrap_or(Outcome::Denied),
    }
}
