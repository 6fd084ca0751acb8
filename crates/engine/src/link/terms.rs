//! The terms of a session, drawn up when it is opened: what the link token asks for, the customization, and
//! the Item where one is updated.

use super::flow::{OauthWay, Plan, Purpose};
use super::session::Way;
use super::view::Look;
use crate::Engine;
use crate::item::{OpenItem, parse_products, scopes};
use selvedge_model::id::{InstitutionId, ItemId, TeamId, UserId};
use selvedge_model::{Ctx, Error, ErrorCode, Product};
use selvedge_store::repo::links::LinkTokenRow;
use selvedge_wire::endpoint::link::LinkConfig;
use serde::{Deserialize, Serialize};

/// What does not change while a session lasts. Stored sealed.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Terms {
    /// What the flow goes by.
    pub(super) plan: Plan,
    /// How it looks.
    pub(super) look: Look,
    /// Everything that the person agrees to, product by product.
    pub(super) consented: Vec<Product>,
    /// The link token; `None` where it is older than what keeps it.
    pub(super) link_token: Option<String>,
    /// The end user, when one was named.
    pub(super) user_id: Option<UserId>,
    /// Where webhooks go.
    pub(super) webhook: Option<String>,
    /// Whether the app is told of the session itself by webhook.
    pub(super) notify: bool,
    /// Where the page that opened Link waits for the person to come back from a bank.
    pub(super) back_to: Option<String>,
    /// Where a hosted page sends the person at the end.
    pub(super) return_to: Option<String>,
    /// The hash of what the browser is known again by, where the session began on a page of ours: no other goes
    /// to a bank for it.
    #[serde(default)]
    pub(super) browser: Option<Vec<u8>>,
}

/// Where and how a session is opened.
pub(super) struct Opening<'a> {
    pub(super) way: &'a Way,
    pub(super) in_webview: bool,
    /// The address of the hosted page, where it is opened there.
    pub(super) hosted_url: Option<String>,
}

impl Engine {
    /// Draws up the terms of a session.
    pub(super) async fn terms(
        &self,
        ctx: &Ctx<'_>,
        team: &TeamId,
        (row, config): (&LinkTokenRow, LinkConfig),
        opening: Opening<'_>,
    ) -> Result<Terms, Error> {
        let (look, custom) = self.look(team, &config).await?;
        let item = self.item_to_update(ctx, team, row, &config).await?;
        let begin_with = match opening.way {
            Way::Embedded(institution) => Some(institution.clone()),
            Way::Overlay | Way::Hosted | Way::Webview => config.institution_id.clone(),
        };
        if let Some(id) = &begin_with {
            self.institution(id)?;
        }
        let asked = asked(&config);
        let (purpose, products, consented) = match &item {
            None => (Purpose::Link, config.metadata.initial_products.clone(), asked),
            Some(item) => {
                let mut products = item.products.clone();
                add(&mut products, &config.metadata.initial_products);
                let mut consented = item
                    .row()
                    .consented_products
                    .as_deref()
                    .map_or_else(Vec::new, parse_products);
                add(&mut consented, &products);
                add(&mut consented, &asked);
                (self.update(ctx, item, &config, &consented)?, products, consented)
            }
        };
        let is_hosted = matches!(opening.way, Way::Hosted);
        let hosted_url = opening.hosted_url.clone();
        let back_to = hosted_url.or_else(|| config.metadata.redirect_uri.clone());
        let oauth = oauth_way(&opening, back_to.is_some());
        let settings = self.link_settings(team).await?;
        let notify = config.hosted_link.is_some() || config.enable_multi_item_link || settings.link_webhooks;
        let link_token = self.link_token_text(team, row)?;
        let plan = Plan {
            purpose,
            products,
            if_supported: config.required_if_supported_products,
            optional: config.optional_products,
            scopes: scopes(&consented),
            countries: config.metadata.country_codes,
            filters: config.metadata.account_filters,
            accounts: custom.accounts,
            only_banks: custom.only_banks,
            begin_with,
            routing_number: config
                .metadata
                .institution_data
                .and_then(|data| data.routing_number),
            several: config.enable_multi_item_link,
            oauth,
        };
        Ok(Terms {
            plan,
            look,
            consented,
            notify: notify && config.metadata.webhook.is_some() && link_token.is_some(),
            link_token: link_token.map(|token| token.expose().to_owned()),
            user_id: row.user_id.clone(),
            webhook: config.metadata.webhook,
            back_to,
            return_to: config
                .hosted_link
                .filter(|_| is_hosted)
                .and_then(|hosted| hosted.completion_redirect_uri),
            browser: None,
        })
    }

    /// The Item that a token is for: the one of its access token, or the one of its user that needs repair
    /// most, which is the newest broken one.
    async fn item_to_update(
        &self,
        ctx: &Ctx<'_>,
        team: &TeamId,
        row: &LinkTokenRow,
        config: &LinkConfig,
    ) -> Result<Option<OpenItem>, Error> {
        let reader = self.store.reader();
        let scope = reader.team(team);
        if let Some(id) = &row.item_id {
            let found = scope.item_with_grant(id).await?.ok_or(ErrorCode::ItemNotFound)?;
            return OpenItem::new(team.clone(), found, ctx.now).map(Some);
        }
        if config.update.user != Some(true) {
            return Ok(None);
        }
        let user = row.user_id.as_ref().ok_or(ErrorCode::InvalidUserId)?;
        let named = |id: &ItemId| {
            let wanted = config.update.item_ids.as_deref().unwrap_or_default();
            wanted.is_empty() || wanted.contains(id)
        };
        let mut healthy = None;
        for found in scope.items_of_user(user).await? {
            let item = OpenItem::new(team.clone(), found, ctx.now)?;
            if !named(item.id()) {
                continue;
            }
            if item.broken().is_some() {
                return Ok(Some(item));
            }
            healthy = healthy.or(Some(item));
        }
        healthy.map(Some).ok_or_else(|| ErrorCode::ItemNotFound.into())
    }

    fn update(
        &self,
        ctx: &Ctx<'_>,
        item: &OpenItem,
        config: &LinkConfig,
        consented: &[Product],
    ) -> Result<Purpose, Error> {
        let institution = item.institution_id().ok_or(ErrorCode::ItemNotSupported)?;
        self.institution(&institution)?;
        let known = item.data_scopes();
        let is_new = scopes(consented).iter().any(|scope| !known.contains(scope));
        let lapsed = item.row().consent_expires_at.is_some_and(|at| at <= ctx.now);
        Ok(Purpose::Update {
            item: item.id().clone(),
            institution,
            sign_in: item.broken().is_some(),
            choose_accounts: config.update.account_selection_enabled == Some(true),
            consent: is_new || lapsed,
        })
    }
}

/// A window of its own, but where none can be opened and the page has somewhere to come back to.
const fn oauth_way(opening: &Opening<'_>, comes_back: bool) -> OauthWay {
    let windowless = opening.in_webview || matches!(opening.way, Way::Hosted | Way::Webview);
    if windowless && comes_back {
        OauthWay::Redirect
    } else {
        OauthWay::Popup
    }
}

/// Everything that a token asks the person to agree to.
fn asked(config: &LinkConfig) -> Vec<Product> {
    let mut asked = config.metadata.initial_products.clone();
    add(&mut asked, &config.required_if_supported_products);
    add(&mut asked, &config.optional_products);
    add(&mut asked, &config.additional_consented_products);
    asked
}

/// Adds what is not there yet.
pub(super) fn add(list: &mut Vec<Product>, more: &[Product]) {
    for product in more {
        if !list.contains(product) {
            list.push(*product);
        }
    }
}

/// Which institution an Item in update mode is at.
pub(super) fn is_updated(plan: &Plan) -> Option<(&ItemId, &InstitutionId)> {
    match &plan.purpose {
        Purpose::Link => None,
        Purpose::Update {
            item, institution, ..
        } => Some((item, institution)),
    }
}
