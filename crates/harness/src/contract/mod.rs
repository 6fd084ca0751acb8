//! What holds for every answer: it fits the schema that we publish and the public one, an error is one that
//! the endpoint says it can give, and none is a failure of our own.

mod own;
mod public;

use crate::answer::Answer;
use jsonschema::Validator;

/// Stops the test when the answer to a POST breaks what is published.
#[track_caller]
pub(crate) fn check(answer: &Answer) {
    assert!(
        answer.status.as_u16() < 500,
        "{} answered {}: {}",
        answer.path,
        answer.status,
        answer.text
    );
    own::check(answer);
    public::check(answer);
}

#[track_caller]
fn fits(validator: &Validator, answer: &Answer, whose: &str) {
    let errors: Vec<String> = validator
        .iter_errors(&answer.body)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(
        errors.is_empty(),
        "an answer of {} does not fit {whose}:\n{}\n{}",
        answer.path,
        errors.join("\n"),
        answer.text
    );
}
