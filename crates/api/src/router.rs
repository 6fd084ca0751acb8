//! Every path, on one screen.

use crate::dispatch::{Handle, dispatch};
use crate::{App, page};
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use selvedge_web::{Failure, Received};
use selvedge_wire::Parser;
use selvedge_wire::endpoint::{
    account, catalogue, complete, identity, item, link, link_settings, operator, partner, processor, sandbox,
    user,
};
use std::sync::Arc;

/// The routes of the API; `selvedge_web::layer` goes around them.
pub fn router(app: App) -> Router {
    Routes(Router::new())
        .add::<link::LinkTokenCreate>()
        .add::<link::LinkTokenGet>()
        .add::<item::PublicTokenExchange>()
        .add::<item::PublicTokenCreate>()
        .add::<item::ItemGet>()
        .add::<item::ItemRemove>()
        .add::<item::WebhookUpdate>()
        .add::<item::AccessTokenInvalidate>()
        .add::<item::ItemImport>()
        .add::<item::ConsentEventsGet>()
        .add::<item::ItemActivityList>()
        .add::<account::AccountsGet>()
        .add::<account::AccountsBalanceGet>()
        .add::<account::AuthGet>()
        .add::<identity::IdentityGet>()
        .add::<identity::IdentityMatch>()
        .add::<catalogue::InstitutionsGet>()
        .add::<catalogue::InstitutionsGetById>()
        .add::<catalogue::InstitutionsSearch>()
        .add::<catalogue::CategoriesGet>()
        .add::<catalogue::WebhookKeyGet>()
        .add::<processor::ProcessorTokenCreate>()
        .add::<processor::StripeTokenCreate>()
        .add::<processor::ApexTokenCreate>()
        .add::<processor::PermissionsSet>()
        .add::<processor::PermissionsGet>()
        .add::<processor::ProcessorWebhookUpdate>()
        .add::<partner::ProcessorAuthGet>()
        .add::<partner::ProcessorAccountGet>()
        .add::<partner::ProcessorBalanceGet>()
        .add::<partner::ProcessorIdentityGet>()
        .add::<partner::ProcessorIdentityMatch>()
        .add::<sandbox::SandboxPublicTokenCreate>()
        .add::<sandbox::SandboxProcessorTokenCreate>()
        .add::<sandbox::FireWebhook>()
        .add::<sandbox::ResetLogin>()
        .add::<sandbox::SetVerificationStatus>()
        .add::<user::UserCreate>()
        .add::<user::UserGet>()
        .add::<user::UserRemove>()
        .add::<link_settings::LinkSettingsGet>()
        .add::<link_settings::LinkSettingsUpdate>()
        .add::<link_settings::CustomizationSet>()
        .add::<link_settings::CustomizationGet>()
        .add::<link_settings::CustomizationList>()
        .add::<link_settings::CustomizationRemove>()
        .add_lasting::<complete::LinkComplete>()
        .add::<operator::TeamCreate>()
        .add::<operator::TeamReset>()
        .add::<operator::PartnerCreate>()
        .0
        .route("/healthz", get(page::healthz))
        .route("/readyz", get(page::readyz))
        .route("/openapi.json", get(page::openapi))
        .route("/docs/errors", get(page::errors))
        .route("/docs/errors.css", get(page::errors_style))
        .fallback(page::unserved)
        .with_state(Arc::new(app))
}

struct Routes(Router<Arc<App>>);

impl Routes {
    fn add<E: Handle>(self) -> Self {
        let parser = Arc::new(Parser::<E::Request>::new(E::NESTED_TYPE_ERROR));
        let handler = move |State(app): State<Arc<App>>, received: Received| {
            let parser = Arc::clone(&parser);
            async move { dispatch::<E>(&app, &parser, received).await }
        };
        Self(self.0.route(E::PATH, post(handler)))
    }

    /// An endpoint of more than one step: it is gone through to its end, also when whoever asked goes away.
    fn add_lasting<E: Handle + 'static>(self) -> Self {
        let parser = Arc::new(Parser::<E::Request>::new(E::NESTED_TYPE_ERROR));
        let handler = move |State(app): State<Arc<App>>, received: Received| {
            let (parser, errands) = (Arc::clone(&parser), app.errands.clone());
            let work = async move { Ok(dispatch::<E>(&app, &parser, received).await) };
            async move { errands.run(work).await.map_err(Failure::from) }
        };
        Self(self.0.route(E::PATH, post(handler)))
    }
}
