//! The site's style sheet: one for all banks, after the two colours of the bank's own cloth.

use crate::App;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use selvedge_banks::{Institution, swatch};
use selvedge_model::id::{InstitutionId, hex};
use selvedge_model::{Error, ErrorCode};
use selvedge_web::Failure;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, LazyLock};

const SHEET: &str = include_str!("../../assets/bank.css");
const CSS: HeaderValue = HeaderValue::from_static("text/css; charset=utf-8");
/// Its name changes with its content.
const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// What the name of the sheet has of its content.
static MARK: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = DefaultHasher::new();
    SHEET.hash(&mut hasher);
    hex(&hasher.finish().to_be_bytes())
});

/// The path of a bank's sheet.
pub(super) fn path(bank: &Institution) -> String {
    format!("/test-bank/{}/bank-{}.css", bank.id, *MARK)
}

/// Serves the sheet of a bank.
pub(super) async fn serve(
    State(app): State<Arc<App>>,
    Path((bank, sheet)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let test_bank = app.engine.test_bank();
    let institution = test_bank.and_then(|bank_of| bank_of.any(&InstitutionId::new(bank)));
    match institution {
        Some(institution) if sheet == format!("bank-{}.css", *MARK) => {
            let mut response = text(institution).into_response();
            let headers = response.headers_mut();
            headers.insert(CONTENT_TYPE, CSS);
            headers.insert(CACHE_CONTROL, FOR_GOOD);
            Ok(response)
        }
        _ => Err(Error::new(ErrorCode::NotFound).into()),
    }
}

fn text(institution: &Institution) -> String {
    let [ground, stripe] = swatch::colours(institution).map(|colour| hex(&colour));
    format!(":root {{ --ground: #{ground}; --stripe: #{stripe}; }}\n{SHEET}")
}
