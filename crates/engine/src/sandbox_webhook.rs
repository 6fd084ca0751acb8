//! Which webhook `/sandbox/item/fire_webhook` means.

use crate::auth;
use crate::exchange::later;
use crate::item::OpenItem;
use jiff::SignedDuration;
use selvedge_model::account::is_auth_eligible;
use selvedge_model::id::{AccountId, uuid};
use selvedge_model::{Ctx, Error, ErrorCode, Product};
use selvedge_wire::Webhook;
use selvedge_wire::endpoint::sandbox::{
    FireWebhookRequest, SandboxWebhookCode as Code, SandboxWebhookType as Type,
};
use selvedge_wire::shape::account::Account;
use selvedge_wire::shape::item::ItemErrorBody;

/// When a connection ends whose end is announced.
const DISCONNECT_NOTICE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The webhook of this code and type, about this Item as it is; firing changes nothing about the Item.
pub(crate) fn chosen(ctx: &Ctx<'_>, item: &OpenItem, request: &FireWebhookRequest) -> Result<Webhook, Error> {
    let (kind, code) = (kind_of(request), request.webhook_code);
    let product = product_of(kind, code)?;
    if let Some(product) = product.filter(|product| !item.products.contains(product)) {
        let message = format!("the Item was not created with the {} product", product.as_str());
        return Err(Error::with(ErrorCode::SandboxProductNotEnabled, message));
    }
    let accounts = item.accounts()?;
    let all = || {
        accounts
            .iter()
            .map(|account| account.account_id.clone())
            .collect::<Vec<_>>()
    };
    let first = || all().into_iter().next().ok_or(ErrorCode::NoAccounts);
    let report = || uuid(ctx.entropy);
    Ok(match (kind, code) {
        (Type::Auth, Code::SmsMicrodepositsVerification) => Webhook::SmsVerification(first()?),
        (Type::Auth, _) => Webhook::AuthUpdate(debitable(&accounts)),
        (Type::Identity, _) => Webhook::IdentityUpdate(all()),
        (Type::Holdings, _) => Webhook::HoldingsUpdate,
        (Type::InvestmentsTransactions, _) => Webhook::InvestmentsTransactionsUpdate,
        (Type::Liabilities, _) => Webhook::LiabilitiesUpdate(all()),
        (Type::Transactions, Code::SyncUpdatesAvailable) => Webhook::SyncUpdatesAvailable,
        (Type::Transactions, Code::RecurringTransactionsUpdate) => {
            Webhook::RecurringTransactionsUpdate(all())
        }
        (Type::Transactions, _) => Webhook::TransactionsUpdate,
        (Type::Assets, Code::Error) => Webhook::AssetsError(report(), internal()),
        (Type::Assets, _) => Webhook::AssetsReady(report()),
        (Type::Item, Code::LoginRepaired) => Webhook::LoginRepaired,
        (Type::Item, Code::PendingDisconnect) => {
            Webhook::PendingDisconnect(later(ctx.now, DISCONNECT_NOTICE))
        }
        (Type::Item, Code::UserPermissionRevoked) => Webhook::UserPermissionRevoked(revoked()),
        (Type::Item, Code::UserAccountRevoked) => Webhook::UserAccountRevoked(first()?),
        (Type::Item, Code::AuthorizationGranted) => Webhook::AuthorizationGranted,
        (Type::Item, _) => Webhook::NewAccountsAvailable,
    })
}

/// The type that was named, or the one that a code belongs to.
fn kind_of(request: &FireWebhookRequest) -> Type {
    request.webhook_type.unwrap_or(match request.webhook_code {
        Code::DefaultUpdate | Code::RecurringTransactionsUpdate | Code::SyncUpdatesAvailable => {
            Type::Transactions
        }
        Code::SmsMicrodepositsVerification => Type::Auth,
        Code::ProductReady | Code::Error => Type::Assets,
        Code::NewAccountsAvailable
        | Code::AuthorizationGranted
        | Code::UserPermissionRevoked
        | Code::UserAccountRevoked
        | Code::PendingDisconnect
        | Code::LoginRepaired => Type::Item,
    })
}

/// The product that a webhook needs; an error for a code that the type does not have.
fn product_of(kind: Type, code: Code) -> Result<Option<Product>, Error> {
    let (product, codes): (Option<Product>, &[Code]) = match kind {
        Type::Auth => (
            Some(Product::Auth),
            &[Code::DefaultUpdate, Code::SmsMicrodepositsVerification],
        ),
        Type::Identity => (Some(Product::Identity), &[Code::DefaultUpdate]),
        Type::Holdings | Type::InvestmentsTransactions => {
            (Some(Product::Investments), &[Code::DefaultUpdate])
        }
        Type::Liabilities => (Some(Product::Liabilities), &[Code::DefaultUpdate]),
        Type::Transactions => (
            Some(Product::Transactions),
            &[
                Code::DefaultUpdate,
                Code::SyncUpdatesAvailable,
                Code::RecurringTransactionsUpdate,
            ],
        ),
        Type::Assets => (Some(Product::Assets), &[Code::ProductReady, Code::Error]),
        Type::Item => (
            None,
            &[
                Code::NewAccountsAvailable,
                Code::AuthorizationGranted,
                Code::UserPermissionRevoked,
                Code::UserAccountRevoked,
                Code::PendingDisconnect,
                Code::LoginRepaired,
            ],
        ),
    };
    if codes.contains(&code) {
        return Ok(product);
    }
    let message = format!(
        "webhook_code {} does not belong to webhook_type {}",
        code.as_str(),
        kind.as_str()
    );
    Err(Error::field(message))
}

fn debitable(accounts: &[Account]) -> Vec<AccountId> {
    let has_numbers = |account: &&Account| {
        is_auth_eligible(account.kind, account.subtype.as_deref().unwrap_or_default())
            && !auth::is_unverified(account)
    };
    accounts
        .iter()
        .filter(has_numbers)
        .map(|account| account.account_id.clone())
        .collect()
}

/// In webhooks this code has the type of Item errors.
fn revoked() -> ItemErrorBody {
    let mut body = ItemErrorBody::from(&Error::new(ErrorCode::UserPermissionRevoked));
    ErrorCode::ItemNotFound
        .entry()
        .kind
        .as_str()
        .clone_into(&mut body.error_type);
    body
}

fn internal() -> ItemErrorBody {
    ItemErrorBody::from(&Error::new(ErrorCode::InternalServerError))
}
