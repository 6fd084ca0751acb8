//! Link tokens: what a session of Link is made with.

use super::rules::{self, Mode};
use crate::exchange::later;
use crate::item::{OpenItem, hold};
use crate::{Answer, Call, Engine};
use jiff::{SignedDuration, Timestamp, Unit};
use selvedge_model::id::{TeamId, base62, hex};
use selvedge_model::{Environment, Error, ErrorCode, Sensitive, limits};
use selvedge_store::repo::items::Sealed;
use selvedge_store::repo::links::{LinkTokenRow, NewLinkToken};
use selvedge_vault::{Place, TokenHash, TokenKind, sha256, token_shape};
use selvedge_wire::Revealed;
use selvedge_wire::endpoint::link::{
    DeliveryMethod, HostedLink, LinkConfig, LinkTokenCreateRequest, LinkTokenCreateResponse,
    LinkTokenGetResponse, LinkTokenMetadata,
};

/// Life of a hosted page whose address is sent as a text message.
const SENT_BY_SMS: SignedDuration = SignedDuration::from_hours(24);
/// Life of a hosted page whose address is sent by e-mail.
const SENT_BY_EMAIL: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Engine {
    /// Begins a session of Link.
    pub async fn create_link_token(
        &self,
        call: &Call<'_>,
        request: LinkTokenCreateRequest,
    ) -> Result<Answer<LinkTokenCreateResponse>, Error> {
        let mode = rules::check(&request, self.environment())?;
        if let Some(id) = &request.institution_id {
            self.institution(id)?;
        }
        let item = match &request.access_token {
            Some(token) => Some(self.open_item(call, token, Sealed::Numbers).await?),
            None => None,
        };
        let team = match &item {
            Some(item) => item.team.clone(),
            None => self.caller(call).await?,
        };
        self.check_returns(&team, &request).await?;
        if let Some(user) = &request.user_id {
            self.known_user(&team, user).await?;
        } else if request.user_token.is_some() {
            return Err(ErrorCode::InvalidUserToken.into());
        }
        self.insert_link_token(call, &team, item.as_ref(), (mode, request))
            .await
    }

    async fn insert_link_token(
        &self,
        call: &Call<'_>,
        team: &TeamId,
        item: Option<&OpenItem>,
        (mode, request): (Mode, LinkTokenCreateRequest),
    ) -> Result<Answer<LinkTokenCreateResponse>, Error> {
        let minted = self.vault.mint(&call.ctx, TokenKind::Link);
        let created_at = whole_second(call.ctx.now);
        let expires_at = later(
            created_at,
            life(request.hosted_link.as_ref(), mode, self.environment()),
        );
        // The hosted page's name follows from the token, so one lookup finds the session by either.
        let hosted = request.hosted_link.as_ref().map(|_| {
            let name = self.vault.hash_token(&format!("hosted {}", minted.text.expose()));
            format!("lp{}", hex(name.as_bytes()))
        });
        let hosted_hash = hosted.as_deref().map(|name| self.hosted_hash(name));
        let lookup = lookup_of(&minted.text);
        let user_id = request.user_id.clone();
        let row = base62(call.ctx.entropy, 20);
        let config = serde_json::to_vec(&config(request)).map_err(Error::internal)?;
        let config = self.vault.seal_team(&call.ctx, team, place(&row), &config);
        let text = minted.text.expose().as_bytes();
        let token = self.vault.seal_team(&call.ctx, team, token_place(&row), text);
        let stored = LinkTokenRow {
            row,
            item_id: item.map(|item| item.id().clone()),
            user_id: user_id.clone(),
            config,
            token: Some(token),
            created_at,
            expires_at,
            used_at: None,
        };
        let answer = LinkTokenCreateResponse {
            expiration: expires_at,
            hosted_link_url: hosted.map(|name| format!("{}/link/{name}", self.public_url)),
            link_token: Revealed(minted.text),
            request_id: call.request_id(),
            user_id,
        };
        let owner = team.clone();
        self.write(call, team, move |tx| {
            Box::pin(async move {
                let token = NewLinkToken {
                    hash: minted.hash.as_bytes(),
                    lookup: &lookup,
                    hosted_hash: hosted_hash.as_ref().map(TokenHash::as_bytes),
                    row: stored,
                };
                let scope = tx.team(&owner);
                if let Some(item) = &token.row.item_id {
                    hold(&scope, item).await?;
                }
                scope.insert_link_token(&token).await?;
                Ok(answer)
            })
        })
        .await
    }

    /// Shows a link token; an expired one stays readable.
    pub async fn link_token_get(
        &self,
        call: &Call<'_>,
        token: Sensitive,
    ) -> Result<LinkTokenGetResponse, Error> {
        let shape = token_shape(token.expose());
        if !matches!(shape, Some((TokenKind::Link, _environment))) {
            return Err(Error::field("link_token must be a valid link token"));
        }
        let team = self.caller(call).await?;
        let hash = self.vault.hash_token(token.expose());
        let row = self
            .store
            .reader()
            .team(&team)
            .link_token(hash.as_bytes())
            .await?;
        let row = row.ok_or(ErrorCode::InvalidLinkToken)?;
        let config = self.link_config(&team, &row)?;
        Ok(LinkTokenGetResponse {
            created_at: Some(row.created_at),
            expiration: Some(row.expires_at),
            link_sessions: self.sessions_of(&team, hash.as_bytes()).await?,
            link_token: Revealed(token),
            metadata: config.metadata,
            request_id: call.request_id(),
            user_id: row.user_id,
        })
    }
}

impl Engine {
    /// The form in which the name of a hosted page is stored and looked up.
    pub(crate) fn hosted_hash(&self, name: &str) -> TokenHash {
        self.vault.hash_token(&format!("hosted page {name}"))
    }

    /// What a stored link token was made with.
    pub(crate) fn link_config(&self, team: &TeamId, row: &LinkTokenRow) -> Result<LinkConfig, Error> {
        let config = self.vault.open_team(team, place(&row.row), &row.config)?;
        serde_json::from_slice(&config).map_err(Error::internal)
    }

    /// The text of a stored link token; `None` for one that an older version made.
    pub(crate) fn link_token_text(
        &self,
        team: &TeamId,
        row: &LinkTokenRow,
    ) -> Result<Option<Sensitive>, Error> {
        let Some(sealed) = &row.token else {
            return Ok(None);
        };
        let text = self.vault.open_team(team, token_place(&row.row), sealed)?;
        let text = std::str::from_utf8(&text).map_err(Error::internal)?;
        Ok(Some(Sensitive::from(text)))
    }
}

/// The name by which a page finds the settings of a token's team; it opens nothing.
pub(crate) fn lookup_of(token: &Sensitive) -> String {
    let digest = sha256(format!("selvedge frame {}", token.expose()).as_bytes());
    let mut name = hex(&digest);
    name.truncate(32);
    name
}

fn place(row: &str) -> Place<'_> {
    Place::new("link_tokens", "config", row)
}

fn token_place(row: &str) -> Place<'_> {
    Place::new("link_tokens", "token", row)
}

/// Clients compare these times to the second.
fn whole_second(at: Timestamp) -> Timestamp {
    at.round(
        jiff::TimestampRound::new()
            .smallest(Unit::Second)
            .mode(jiff::RoundMode::Trunc),
    )
    .unwrap_or(at)
}

/// How long a session lives. The sandbox sends no address, so the way of sending changes nothing there; and it
/// keeps every session about an existing Item short.
fn life(hosted: Option<&HostedLink>, mode: Mode, environment: Environment) -> SignedDuration {
    let is_new = mode == Mode::NewItem;
    let Some(hosted) = hosted else {
        return if is_new {
            limits::LINK_TOKEN_LIFE
        } else {
            limits::LINK_TOKEN_LIFE_FOR_ITEM
        };
    };
    let asked = hosted.url_lifetime_seconds.map(SignedDuration::from_secs);
    match (environment, hosted.delivery_method) {
        (Environment::Sandbox, _) if is_new => asked.unwrap_or(limits::LINK_TOKEN_LIFE_FOR_ITEM),
        (Environment::Sandbox, _) => asked.map_or(limits::LINK_TOKEN_LIFE_FOR_ITEM, |asked| {
            asked.min(limits::LINK_TOKEN_LIFE_FOR_ITEM)
        }),
        (Environment::Production, Some(DeliveryMethod::Sms)) => asked.unwrap_or(SENT_BY_SMS),
        (Environment::Production, Some(DeliveryMethod::Email)) => asked.unwrap_or(SENT_BY_EMAIL),
        (Environment::Production, None) => asked.unwrap_or(limits::LINK_TOKEN_LIFE_FOR_ITEM),
    }
}

fn config(request: LinkTokenCreateRequest) -> LinkConfig {
    let listed = |products: Option<Vec<_>>| products.unwrap_or_default();
    LinkConfig {
        additional_consented_products: listed(request.additional_consented_products),
        android_package_name: request.android_package_name,
        appearance_mode: request.appearance_mode,
        auth: request.auth.unwrap_or_default(),
        enable_multi_item_link: request.enable_multi_item_link.unwrap_or_default(),
        hosted_link: request.hosted_link,
        institution_id: request.institution_id,
        link_customization_name: request
            .link_customization_name
            .unwrap_or_else(|| "default".to_owned()),
        metadata: LinkTokenMetadata {
            account_filters: request.account_filters,
            client_name: Some(request.client_name),
            country_codes: request.country_codes,
            initial_products: listed(request.products),
            institution_data: request.institution_data,
            language: Some(request.language.as_str().to_owned()),
            redirect_uri: request.redirect_uri,
            webhook: request.webhook.filter(|url| !url.is_empty()),
        },
        optional_products: listed(request.optional_products),
        required_if_supported_products: listed(request.required_if_supported_products),
        transactions: request.transactions,
        update: request.update.unwrap_or_default(),
        user: request.user,
    }
}
