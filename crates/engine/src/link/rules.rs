//! What a session of Link may be made with: every rule of `/link/token/create` that a schema cannot say.

use super::address;
use crate::validate;
use selvedge_model::account::{AccountType, subtypes_of};
use selvedge_model::{Environment, Error, ErrorCode, Product, limits};
use selvedge_wire::endpoint::link::{
    AccountFilter, AccountFilters, DeliveryMethod, LinkAuth, LinkTokenCreateRequest, LinkUser,
};
use selvedge_wire::missing_fields;

/// Products that update mode may add.
const ADDABLE: &[Product] = &[
    Product::Assets,
    Product::Statements,
    Product::IncomeVerification,
    Product::CraBaseReport,
    Product::CraIncomeInsights,
    Product::CraPartnerInsights,
    Product::CraNetworkInsights,
    Product::CraCashflowInsights,
    Product::CraMonitoring,
    Product::CraLendScore,
    Product::Auth,
    Product::Identity,
];
const LIMITED_PURPOSE: &str = "limited purpose checking";
const LIMITED_PURPOSES: &[&str] = &["RENT_MORTGAGE"];

/// What a session is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Linking a new Item.
    NewItem,
    /// Repairing or changing the Item of an access token, or verifying its micro-deposit.
    ExistingItem,
    /// Repairing whichever Item of a user is broken.
    RepairUser,
}

/// Checks everything that needs no look at the database.
pub(crate) fn check(request: &LinkTokenCreateRequest, environment: Environment) -> Result<Mode, Error> {
    let mode = mode(request)?;
    check_present(request, mode)?;
    check_products(request, mode)?;
    request.user.as_ref().map_or(Ok(()), check_user)?;
    if let Some(url) = request.webhook.as_deref().filter(|url| !url.is_empty()) {
        validate::webhook(url)?;
    }
    check_return(request, environment)?;
    request
        .account_filters
        .as_ref()
        .map_or(Ok(()), |filters| check_filters(filters, request, mode))?;
    request.auth.as_ref().map_or(Ok(()), check_auth)?;
    check_hosted(request, environment)?;
    if request.enable_multi_item_link == Some(true)
        && request.user_id.is_none()
        && request.user_token.is_none()
    {
        return Err(Error::field("enable_multi_item_link requires user_id"));
    }
    let well_formed = |id: &selvedge_model::id::UserId| id.as_str().starts_with("usr_");
    if request.user_id.as_ref().is_some_and(|id| !well_formed(id)) {
        return Err(ErrorCode::InvalidUserId.into());
    }
    Ok(mode)
}

/// What is needed unless something else is there, all of it at once.
fn check_present(request: &LinkTokenCreateRequest, mode: Mode) -> Result<(), Error> {
    let is_anonymous = request.user.is_none() && request.user_id.is_none() && request.user_token.is_none();
    let missing: Vec<&str> = [
        (is_anonymous, "user"),
        (mode == Mode::NewItem && request.products.is_none(), "products"),
    ]
    .into_iter()
    .filter_map(|(is_missing, name)| is_missing.then_some(name))
    .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(missing_fields(&missing))
    }
}

fn mode(request: &LinkTokenCreateRequest) -> Result<Mode, Error> {
    let repair = request
        .update
        .as_ref()
        .is_some_and(|update| update.user == Some(true));
    match (&request.access_token, repair) {
        (Some(_), false) => Ok(Mode::ExistingItem),
        (Some(_), true) => Err(Error::field("update.user cannot be combined with access_token")),
        (None, true) if request.user_id.is_none() && request.user_token.is_none() => {
            Err(Error::field("update.user requires user_id"))
        }
        (None, true) => Ok(Mode::RepairUser),
        (None, false) => Ok(Mode::NewItem),
    }
}

fn check_products(request: &LinkTokenCreateRequest, mode: Mode) -> Result<(), Error> {
    let list = |products: &Option<Vec<Product>>| products.clone().unwrap_or_default();
    let products = list(&request.products);
    let (if_supported, optional) = (
        list(&request.required_if_supported_products),
        list(&request.optional_products),
    );
    let additional = list(&request.additional_consented_products);
    for product in [&products, &if_supported, &optional, &additional]
        .into_iter()
        .flatten()
    {
        if product.is_per_call() {
            let message = format!(
                "{} may not be listed: it is available with any other product",
                product.as_str()
            );
            return Err(Error::with(ErrorCode::InvalidProduct, message));
        }
    }
    match mode {
        Mode::NewItem if products.is_empty() => {
            return Err(Error::field("products must have at least one element"));
        }
        Mode::ExistingItem | Mode::RepairUser
            if !products.iter().all(|product| ADDABLE.contains(product)) =>
        {
            return Err(Error::field("products must not be set in update mode"));
        }
        Mode::NewItem | Mode::ExistingItem | Mode::RepairUser => {}
    }
    let overlaps = |left: &[Product], right: &[Product]| left.iter().any(|product| right.contains(product));
    if overlaps(&products, &if_supported)
        || overlaps(&products, &optional)
        || overlaps(&products, &additional)
        || overlaps(&if_supported, &optional)
        || overlaps(&if_supported, &additional)
    {
        return Err(Error::field(
            "products, required_if_supported_products, optional_products and additional_consented_products \
             must not overlap",
        ));
    }
    if products.contains(&Product::Signal) && !products.contains(&Product::Auth) {
        return Err(Error::field("products that contain signal must contain auth"));
    }
    Ok(())
}

fn check_user(user: &LinkUser) -> Result<(), Error> {
    if let Some(phone) = user.phone_number.as_deref().filter(|phone| !phone.is_empty()) {
        validate::phone(phone, "user.phone_number")?;
    }
    if let Some(email) = user.email_address.as_deref().filter(|email| !email.is_empty())
        && !validate::is_email(email)
    {
        return Err(Error::field("user.email_address must be a valid e-mail address"));
    }
    let too_long = |name: &str| name.chars().count() > limits::NAME_CHARS;
    if user
        .name
        .as_ref()
        .is_some_and(|name| too_long(&name.given_name) || too_long(&name.family_name))
    {
        return Err(Error::field(
            "user.name must have at most 100 characters in each part",
        ));
    }
    Ok(())
}

fn check_return(request: &LinkTokenCreateRequest, environment: Environment) -> Result<(), Error> {
    returns(request, environment)?;
    match (
        &request.android_package_name,
        &request.redirect_uri,
        &request.hosted_link,
    ) {
        (Some(_), Some(_), _) => Err(Error::field(
            "android_package_name and redirect_uri exclude each other",
        )),
        (Some(_), _, Some(_)) => Err(Error::field(
            "android_package_name cannot be used with hosted_link",
        )),
        _ => Ok(()),
    }
}

/// Where a session sends people: the field that says so, and the address in its one form.
pub(super) fn returns(
    request: &LinkTokenCreateRequest,
    environment: Environment,
) -> Result<Vec<(&'static str, String)>, Error> {
    let hosted = request.hosted_link.as_ref();
    let redirect = request.redirect_uri.as_deref();
    let completion = hosted.and_then(|hosted| hosted.completion_redirect_uri.as_deref());
    let checked = [
        (
            "redirect_uri",
            redirect.map(|uri| address::redirect(uri, environment)),
        ),
        (
            "hosted_link.completion_redirect_uri",
            completion.map(address::completion),
        ),
    ];
    checked
        .into_iter()
        .filter_map(|(field, checked)| Some((field, checked?)))
        .map(|(field, checked)| match checked {
            Ok(address) => Ok((field, address)),
            Err(why) => Err(Error::field(format!("{field} {why}"))),
        })
        .collect()
}

fn check_filters(
    filters: &AccountFilters,
    request: &LinkTokenCreateRequest,
    mode: Mode,
) -> Result<(), Error> {
    let selectable = request
        .update
        .as_ref()
        .is_some_and(|update| update.account_selection_enabled == Some(true));
    if mode != Mode::NewItem && !selectable {
        return Err(Error::field(
            "account_filters in update mode require update.account_selection_enabled",
        ));
    }
    let by_type: [(AccountType, &str, &Option<AccountFilter>); 5] = [
        (AccountType::Depository, "depository", &filters.depository),
        (AccountType::Credit, "credit", &filters.credit),
        (AccountType::Loan, "loan", &filters.loan),
        (AccountType::Investment, "investment", &filters.investment),
        (AccountType::Other, "other", &filters.other),
    ];
    for (kind, name, filter) in by_type {
        let Some(filter) = filter else { continue };
        let known =
            |subtype: &&String| subtype.as_str() == "all" || subtypes_of(kind).contains(&subtype.as_str());
        if let Some(subtype) = filter.account_subtypes.iter().find(|subtype| !known(subtype)) {
            let shown: String = subtype.chars().filter(|c| !c.is_control()).take(40).collect();
            let message = format!("account_filters.{name}.account_subtypes must not contain {shown}");
            return Err(Error::field(message));
        }
        check_limited_purpose(kind, filter)?;
    }
    Ok(())
}

fn check_limited_purpose(kind: AccountType, filter: &AccountFilter) -> Result<(), Error> {
    let listed = filter
        .account_subtypes
        .iter()
        .any(|subtype| subtype == LIMITED_PURPOSE);
    match (
        &filter.limited_purpose_types,
        listed && kind == AccountType::Depository,
    ) {
        (None, true) => Err(Error::field(
            "account_filters.depository.limited_purpose_types is required with limited purpose checking",
        )),
        (Some(types), _) if !types.iter().all(|one| LIMITED_PURPOSES.contains(&one.as_str())) => Err(
            Error::field("account_filters.depository.limited_purpose_types must contain RENT_MORTGAGE only"),
        ),
        _ => Ok(()),
    }
}

fn check_auth(auth: &LinkAuth) -> Result<(), Error> {
    let on = |flag: Option<bool>| flag == Some(true);
    let deposits = on(auth.same_day_microdeposits_enabled) || on(auth.instant_microdeposits_enabled);
    if on(auth.database_insights_enabled) && (on(auth.database_match_enabled) || deposits) {
        return Err(Error::field(
            "auth.database_insights_enabled cannot be combined with database_match_enabled, \
             same_day_microdeposits_enabled or instant_microdeposits_enabled",
        ));
    }
    if on(auth.database_match_enabled) && !on(auth.same_day_microdeposits_enabled) {
        return Err(Error::field(
            "auth.database_match_enabled requires same_day_microdeposits_enabled",
        ));
    }
    Ok(())
}

fn check_hosted(request: &LinkTokenCreateRequest, environment: Environment) -> Result<(), Error> {
    let Some(hosted) = &request.hosted_link else {
        return Ok(());
    };
    let longest = limits::HOSTED_LINK_LIFE_MAX.as_secs();
    if hosted
        .url_lifetime_seconds
        .is_some_and(|seconds| !(1..=longest).contains(&seconds))
    {
        return Err(Error::field(format!(
            "hosted_link.url_lifetime_seconds must be between 1 and {longest}"
        )));
    }
    // The sandbox sends nothing, so it needs nowhere to send it.
    if environment == Environment::Sandbox {
        return Ok(());
    }
    let has = |field: fn(&LinkUser) -> &Option<String>| {
        request
            .user
            .as_ref()
            .is_some_and(|user| field(user).as_deref().is_some_and(|text| !text.is_empty()))
    };
    match hosted.delivery_method {
        Some(DeliveryMethod::Sms) if !has(|user| &user.phone_number) => Err(Error::field(
            "hosted_link.delivery_method sms requires user.phone_number",
        )),
        Some(DeliveryMethod::Email) if !has(|user| &user.email_address) => Err(Error::field(
            "hosted_link.delivery_method email requires user.email_address",
        )),
        Some(DeliveryMethod::Sms | DeliveryMethod::Email) | None => Ok(()),
    }
}
