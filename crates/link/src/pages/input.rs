//! What a page says that a person did, as the flow takes it.

use selvedge_engine::link::flow::Input;
use selvedge_model::Sensitive;
use selvedge_model::id::InstitutionId;
use serde::Deserialize;

/// An input in JSON: its kind, and what belongs to it.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Given {
    Agree {},
    DataTypes {},
    Search {
        query: String,
    },
    Choose {
        institution: String,
        query: Option<String>,
    },
    GoOn {},
    Credentials {
        fields: Vec<(String, Sensitive)>,
    },
    Answers {
        answers: Vec<Sensitive>,
    },
    OauthLeft {},
    OauthClosed {},
    OauthLate {},
    Accounts {
        keys: Vec<String>,
    },
    Back {},
    Retry {},
    AnotherBank {},
    Another {},
    Finish {},
    Leave {},
    Stay {},
    LeaveNow {},
}

impl From<Given> for Input {
    fn from(given: Given) -> Self {
        match given {
            Given::Agree {} => Self::Agree,
            Given::DataTypes {} => Self::ShowDataTypes,
            Given::Search { query } => Self::Search(query),
            Given::Choose { institution, query } => Self::Choose {
                institution: InstitutionId::new(institution),
                query: query.filter(|query| !query.trim().is_empty()),
            },
            Given::GoOn {} => Self::GoOn,
            Given::Credentials { fields } => Self::Credentials(fields),
            Given::Answers { answers } => Self::Answers(answers),
            Given::OauthLeft {} => Self::OauthLeft,
            Given::OauthClosed {} => Self::OauthClosed,
            Given::OauthLate {} => Self::OauthLate,
            Given::Accounts { keys } => Self::Accounts(keys),
            Given::Back {} => Self::Back,
            Given::Retry {} => Self::Retry,
            Given::AnotherBank {} => Self::AnotherBank,
            Given::Another {} => Self::Another,
            Given::Finish {} => Self::Finish,
            Given::Leave {} => Self::Leave,
            Given::Stay {} => Self::Stay,
            Given::LeaveNow {} => Self::LeaveNow,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_input_is_read_and_nothing_beside_them() {
        let read = |text: &str| serde_json::from_str::<Given>(text).map(Input::from);
        assert!(matches!(read(r#"{"kind":"agree"}"#), Ok(Input::Agree)));
        assert!(matches!(
            read(r#"{"kind":"choose","institution":"ins_1","query":" "}"#),
            Ok(Input::Choose { query: None, .. })
        ));
        let fields = r#"{"kind":"credentials","fields":[["username","a"],["password","b"]]}"#;
        assert!(matches!(read(fields), Ok(Input::Credentials(fields)) if fields.len() == 2));
        for refused in [
            r#"{"kind":"open"}"#,
            r#"{"kind":"done"}"#,
            r#"{"kind":"oauth_back"}"#,
            r#"{"kind":"agree","step":1}"#,
            r#"{"kind":"answers"}"#,
            "{}",
            "[]",
        ] {
            assert!(read(refused).is_err(), "{refused}");
        }
    }
}
