//! Authorization codes: a consent, sealed for whoever can prove that they asked for it.
//!
//! Layout: version (1) ‖ deflated JSON, sealed. It is deflated because it travels in an address, and a login may
//! be a long description of accounts.

use super::outcome::Outcome;
use super::request::AuthorizationRequest;
use super::ticket::Keys;
use crate::connector::{BankError, CodeFault, Grant, Redeem, Visit};
use crate::sandbox::consent::Consent;
use crate::sandbox::login::Login;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use selvedge_model::id::InstitutionId;
use selvedge_model::{Ctx, Sensitive};
use selvedge_vault::{Place, Vault, sha256};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// How long a code is good for.
const LIFE: SignedDuration = SignedDuration::from_mins(5);
const VERSION: u8 = 1;
/// As small as it gets in little time.
const EFFORT: u8 = 9;
/// More than the longest login makes, so that no code can fill the memory.
const LARGEST: usize = 4 * 1024 * 1024;

/// What a code stands for.
#[derive(Serialize, Deserialize)]
pub(super) enum Worth {
    /// This login, as far as its holder consented.
    Consent(Keys, Consent),
    /// An error.
    Failure(Outcome),
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Record {
    until: i64,
    redirect_uri: String,
    challenge: String,
    worth: Worth,
}

/// The code that `request` gets.
pub(super) fn mint(
    vault: &Vault,
    ctx: &Ctx<'_>,
    request: &AuthorizationRequest,
    worth: Worth,
) -> Result<Sensitive, BankError> {
    let record = Record {
        until: ctx.now.as_second().saturating_add(LIFE.as_secs()),
        redirect_uri: request.redirect_uri.clone(),
        challenge: request.challenge.clone(),
        worth,
    };
    let json = serde_json::to_vec(&record)
        .map(Zeroizing::new)
        .map_err(|error| BankError::Failed(format!("the code cannot be written: {error}")))?;
    let mut plain = Zeroizing::new(vec![VERSION]);
    plain.extend(Zeroizing::new(compress_to_vec(&json, EFFORT)).iter());
    let sealed = vault.seal_global(ctx, place(&request.institution), &plain);
    Ok(Sensitive::new(URL_SAFE_NO_PAD.encode(sealed)))
}

/// The grant that a code stands for.
pub(in crate::sandbox) fn redeem(
    vault: &Vault,
    visit: &Visit<'_>,
    request: &Redeem<'_>,
) -> Result<Grant, BankError> {
    let record =
        open(vault, &request.institution.id, request.code, visit.now).map_err(BankError::CodeRefused)?;
    if record.redirect_uri != request.redirect_uri {
        return Err(BankError::CodeRefused(CodeFault::OtherAddress));
    }
    let challenge = URL_SAFE_NO_PAD.encode(sha256(request.verifier.expose().as_bytes()));
    if record.challenge != challenge {
        return Err(BankError::CodeRefused(CodeFault::WrongVerifier));
    }
    match record.worth {
        Worth::Consent(keys, consent) => Login::at(&request.institution.id, &keys.username, &keys.password)
            .consented(visit.interaction_id, consent)
            .to_grant(),
        Worth::Failure(outcome) => Err(outcome.refusal().unwrap_or(BankError::AccessNotGranted)),
    }
}

fn open(
    vault: &Vault,
    institution: &InstitutionId,
    code: &Sensitive,
    now: Timestamp,
) -> Result<Record, CodeFault> {
    let sealed = URL_SAFE_NO_PAD
        .decode(code.expose())
        .or(Err(CodeFault::Altered))?;
    let plain = vault
        .open_global(place(institution), &sealed)
        .or(Err(CodeFault::Altered))?;
    let Some((&VERSION, deflated)) = plain.split_first() else {
        return Err(CodeFault::Altered);
    };
    let json = decompress_to_vec_with_limit(deflated, LARGEST)
        .map(Zeroizing::new)
        .or(Err(CodeFault::Altered))?;
    let record: Record = serde_json::from_slice(&json).or(Err(CodeFault::Altered))?;
    if now.as_second() >= record.until {
        return Err(CodeFault::Expired);
    }
    Ok(record)
}

fn place(institution: &InstitutionId) -> Place<'_> {
    Place::new("test_bank", "code", institution.as_str())
}
