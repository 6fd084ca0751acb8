//! `/institutions/…`: the catalogue, as the contract shows it.

use crate::{Call, Engine};
use base64::Engine as _;
use jiff::Timestamp;
use selvedge_banks::institution::{Health, Institution as Bank, PaymentInitiation};
use selvedge_banks::swatch;
use selvedge_model::country::Country;
use selvedge_model::{Error, ErrorCode, Product, limits};
use selvedge_wire::endpoint::catalogue::{
    InstitutionGetRequest, InstitutionResponse, InstitutionsGetRequest, InstitutionsResponse,
    InstitutionsSearchRequest, InstitutionsSearchResponse,
};
use selvedge_wire::shape::institution::{
    AuthMetadata, ConnectionAvailability, HealthBreakdown, Institution, InstitutionStatus,
    PaymentInitiationMetadata, ProductHealth, StandingOrderMetadata, SupportedMethods,
};

/// Since when the test bank's institutions are as well or as ill as they are: 1 January 2026.
const STATUS_SINCE: Timestamp = Timestamp::constant(1_767_225_600, 0);

/// What to tell of an institution beyond the basics.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "the contract has one flag for each")]
struct Tell {
    metadata: bool,
    auth: bool,
    payments: bool,
    status: bool,
}

impl Engine {
    /// A page of institutions.
    pub async fn institutions_get(
        &self,
        call: &Call<'_>,
        request: InstitutionsGetRequest,
    ) -> Result<InstitutionsResponse, Error> {
        let options = request.options.unwrap_or_default();
        let routing = valid_routing_numbers(options.routing_numbers)?;
        self.caller(call).await?;
        let products = options.products.unwrap_or_default();
        let matching: Vec<&Bank> = self
            .catalogue
            .in_countries(&request.country_codes)
            .filter(|bank| products.iter().all(|product| bank.lists(*product)))
            .filter(|bank| options.oauth.is_none_or(|oauth| bank.oauth == oauth))
            .filter(|bank| routing.iter().all(|number| bank.routing_numbers.contains(number)))
            .collect();
        let tell = Tell {
            metadata: options.include_optional_metadata.unwrap_or_default(),
            auth: options.include_auth_metadata.unwrap_or_default(),
            payments: options.include_payment_initiation_metadata.unwrap_or_default(),
            status: false,
        };
        let size = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
        let page = matching
            .iter()
            .skip(size(request.offset))
            .take(size(request.count));
        Ok(InstitutionsResponse {
            institutions: page.map(|bank| shown(bank, tell)).collect(),
            request_id: call.request_id(),
            total: matching.len(),
        })
    }

    /// One institution.
    pub async fn institution_get(
        &self,
        call: &Call<'_>,
        request: InstitutionGetRequest,
    ) -> Result<InstitutionResponse, Error> {
        self.caller(call).await?;
        let bank = self.institution(&request.institution_id)?;
        if !bank.serves(&request.country_codes) {
            return Err(ErrorCode::InvalidInstitution.into());
        }
        let options = request.options.unwrap_or_default();
        let tell = Tell {
            metadata: options.include_optional_metadata.unwrap_or_default(),
            auth: options.include_auth_metadata.unwrap_or_default(),
            payments: options.include_payment_initiation_metadata.unwrap_or_default(),
            status: options.include_status.unwrap_or_default(),
        };
        Ok(InstitutionResponse {
            institution: shown(bank, tell),
            request_id: call.request_id(),
        })
    }

    /// The best matches for what was typed.
    pub async fn institutions_search(
        &self,
        call: &Call<'_>,
        request: InstitutionsSearchRequest,
    ) -> Result<InstitutionsSearchResponse, Error> {
        let products = request.products.unwrap_or_default();
        let products: Vec<Product> = products
            .iter()
            .map(|name| Product::parse(name).ok_or(ErrorCode::InvalidProduct))
            .collect::<Result<_, _>>()?;
        let countries: Vec<Country> = request
            .country_codes
            .iter()
            .map(|code| {
                Country::parse(code).ok_or_else(|| Error::field("country_codes must contain known codes"))
            })
            .collect::<Result<_, _>>()?;
        self.caller(call).await?;
        let options = request.options.unwrap_or_default();
        let tell = Tell {
            metadata: options.include_optional_metadata.unwrap_or_default(),
            auth: options.include_auth_metadata.unwrap_or_default(),
            payments: options.include_payment_initiation_metadata.unwrap_or_default(),
            status: false,
        };
        let institutions = self
            .catalogue
            .search(&request.query)
            .filter(|bank| bank.serves(&countries))
            .filter(|bank| products.iter().all(|product| bank.supports(*product)))
            .filter(|bank| options.oauth.is_none_or(|oauth| bank.oauth == oauth))
            .take(limits::INSTITUTIONS_FOUND)
            .map(|bank| shown(bank, tell))
            .collect();
        Ok(InstitutionsSearchResponse {
            institutions,
            request_id: call.request_id(),
        })
    }
}

/// The numbers that could be routing numbers; an error when numbers were asked for and none could.
fn valid_routing_numbers(numbers: Option<Vec<String>>) -> Result<Vec<String>, Error> {
    let Some(numbers) = numbers.filter(|numbers| !numbers.is_empty()) else {
        return Ok(Vec::new());
    };
    let valid: Vec<String> = numbers
        .into_iter()
        .filter(|number| number.len() == 9 && number.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    if valid.is_empty() {
        return Err(Error::field(
            "options.routing_numbers must contain nine-digit routing numbers",
        ));
    }
    Ok(valid)
}

fn shown(bank: &Bank, tell: Tell) -> Institution {
    let methods = bank.auth_methods;
    Institution {
        auth_metadata: tell.auth.then_some(AuthMetadata {
            supported_methods: SupportedMethods {
                automated_micro_deposits: methods.automated_micro_deposits,
                instant_auth: methods.instant_auth,
                instant_match: methods.instant_match,
                instant_micro_deposits: methods.instant_micro_deposits,
            },
        }),
        connection_availability: match bank.health {
            Health::Unsupported => ConnectionAvailability::NotSupported,
            Health::Healthy | Health::Degraded | Health::Down => ConnectionAvailability::Supported,
        },
        country_codes: bank.countries.clone(),
        dtc_numbers: Vec::new(),
        institution_id: bank.id.clone(),
        logo: tell.metadata.then(|| logo(bank)).flatten(),
        name: bank.name.clone(),
        oauth: bank.oauth,
        payment_initiation_metadata: bank
            .payment_initiation
            .as_ref()
            .filter(|_| tell.payments)
            .map(shown_payments),
        primary_color: tell.metadata.then(|| bank.primary_color.clone()),
        products: bank.products.clone(),
        routing_numbers: bank.routing_numbers.clone(),
        status: tell.status.then(|| status(bank)),
        url: tell.metadata.then(|| bank.url.clone()),
    }
}

/// The swatch in base64; a picture that cannot be drawn is left out.
fn logo(bank: &Bank) -> Option<String> {
    let png = swatch::png(bank).ok()?;
    Some(base64::engine::general_purpose::STANDARD.encode(png))
}

fn shown_payments(payments: &PaymentInitiation) -> PaymentInitiationMetadata {
    PaymentInitiationMetadata {
        maximum_payment_amount: payments.maximum_payment_amount.iter().cloned().collect(),
        standing_order_metadata: payments
            .standing_orders
            .as_ref()
            .map(|orders| StandingOrderMetadata {
                supports_standing_order_end_date: orders.end_date,
                supports_standing_order_negative_execution_days: orders.negative_execution_days,
                valid_standing_order_intervals: orders
                    .intervals
                    .iter()
                    .map(|one| one.as_str().to_owned())
                    .collect(),
            }),
        supports_international_payments: payments.international_payments,
        supports_payment_consents: payments.payment_consents,
        supports_commercial_payment_consents: false,
        supports_refund_details: payments.refund_details,
        supports_sepa_instant: payments.sepa_instant,
    }
}

fn status(bank: &Bank) -> InstitutionStatus {
    let (word, success, interval) = match bank.health {
        Health::Healthy => ("HEALTHY", 1.0, "NORMAL"),
        Health::Degraded => ("DEGRADED", 0.5, "DELAYED"),
        Health::Down | Health::Unsupported => ("DOWN", 0.0, "STOPPED"),
    };
    let failure = match bank.health {
        Health::Healthy => 0.0,
        Health::Degraded => 0.5,
        Health::Down | Health::Unsupported => 1.0,
    };
    let health = || {
        Some(ProductHealth {
            breakdown: HealthBreakdown {
                error_institution: failure,
                error_plaid: 0.0,
                refresh_interval: interval.to_owned(),
                success,
            },
            last_status_change: STATUS_SINCE,
            status: word.to_owned(),
        })
    };
    let offered = |product| if bank.supports(product) { health() } else { None };
    InstitutionStatus {
        auth: offered(Product::Auth),
        health_incidents: None,
        identity: offered(Product::Identity),
        investments: offered(Product::Investments),
        investments_updates: offered(Product::Investments),
        item_logins: health(),
        liabilities: offered(Product::Liabilities),
        liabilities_updates: offered(Product::Liabilities),
        transactions_updates: offered(Product::Transactions),
    }
}
