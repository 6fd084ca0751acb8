//! `/selvedge/link/…`: additive endpoints of our own: where Link may send people, who may embed it, and how it
//! looks.

use super::link::AppearanceMode;
use super::{Done, endpoint};
use crate::doc::Patch;
use crate::request;
use jiff::Timestamp;
use schemars::JsonSchema;
use selvedge_model::country::Country;
use selvedge_model::id::InstitutionId;
use selvedge_model::language::Language;
use serde::{Deserialize, Serialize};

request! {
    /// Nothing: the caller's own team is meant.
    pub struct LinkSettingsGetRequest {}
}

request! {
    /// What changes; a field that is absent stays as it is, and a list is replaced as a whole.
    pub struct LinkSettingsUpdateRequest {
        /// Whether `SESSION_FINISHED` and `EVENTS` are written for every session; else for hosted ones
        /// and those of several Items.
        #[serde(default)]
        pub link_webhooks: Option<bool>,
        /// Where people may be sent back to, each exactly; a leading `*.` stands for one label of the host.
        #[serde(default)]
        pub redirect_uris: Option<Vec<String>>,
        /// The origins whose pages may embed Link; every secure one when there is none.
        #[serde(default)]
        pub web_origins: Option<Vec<String>>,
    }
}

/// What a team allows and asks of Link.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LinkSettings {
    /// Whether `SESSION_FINISHED` and `EVENTS` are written for every session; else for hosted ones
    /// and those of several Items.
    pub link_webhooks: bool,
    /// Where people may be sent back to.
    pub redirect_uris: Vec<String>,
    /// The origins whose pages may embed Link.
    pub web_origins: Vec<String>,
}

/// The settings as they are now.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkSettingsResponse {
    /// Whether `SESSION_FINISHED` and `EVENTS` are written for every session; else for hosted ones
    /// and those of several Items.
    pub link_webhooks: bool,
    /// Where people may be sent back to.
    pub redirect_uris: Vec<String>,
    /// The id of the request.
    pub request_id: String,
    /// The origins whose pages may embed Link.
    pub web_origins: Vec<String>,
}

impl LinkSettings {
    /// The settings as an answer.
    pub fn answered(self, request_id: String) -> LinkSettingsResponse {
        LinkSettingsResponse {
            link_webhooks: self.link_webhooks,
            redirect_uris: self.redirect_uris,
            request_id,
            web_origins: self.web_origins,
        }
    }
}

endpoint! {
    LinkSettingsGet: LinkSettingsGetRequest => LinkSettingsResponse, "/selvedge/link/settings/get", "shows what the team allows and asks of Link",
    errors: [],
    example: "{}",
}

endpoint! {
    LinkSettingsUpdate: LinkSettingsUpdateRequest => LinkSettingsResponse, "/selvedge/link/settings/update", "changes what the team allows and asks of Link",
    errors: [],
    example: r#"{"redirect_uris":["https://app.example/back","https://*.preview.example/back","acme://done"],"web_origins":["https://app.example"]}"#,
}

selvedge_model::named_enum! {
    /// How many accounts a person may choose: one, several, or several with all of them chosen at first.
    pub enum AccountSelect { One = "one", Several = "several", All = "all", }
}

/// Texts that the app words itself; Link's own where absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomTexts {
    /// After a bank was linked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connected: Option<String>,
    /// Above what will be shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
    /// Above the banks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institutions: Option<String>,
    /// After a connection was renewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reconnected: Option<String>,
}

request! {
    /// A customization; the one of this name is replaced as a whole, but for a logo that is not named.
    pub struct CustomizationSetRequest {
        /// The app's colour, `#rrggbb`: on the main button, links and what is chosen.
        #[serde(default)]
        pub accent_color: Option<String>,
        /// How many accounts a person may choose; `several` when absent.
        #[serde(default)]
        pub account_select: Option<AccountSelect>,
        /// Light or dark; as the person's system is when absent. A token's own `appearance_mode` wins.
        #[serde(default)]
        pub appearance: Option<AppearanceMode>,
        /// Which sessions it is for: those with exactly these countries; any when absent.
        #[serde(default)]
        #[schemars(length(min = 1))]
        pub country_codes: Option<Vec<Country>>,
        /// The only banks that are offered, in this order; all when absent.
        #[serde(default)]
        #[schemars(length(min = 1))]
        pub institutions: Option<Vec<InstitutionId>>,
        /// Which sessions it is for: those in this language; any when absent.
        #[serde(default)]
        pub language: Option<Language>,
        /// A PNG image, base64, at most 1 MiB and 1,024 pixels a side. Absent keeps the logo, null takes it away.
        #[serde(default)]
        pub logo: Patch<String>,
        /// The name that `link_customization_name` chooses it by; `default` is chosen where nothing else is.
        #[schemars(length(min = 1))]
        pub name: String,
        /// Texts that the app words itself.
        #[serde(default)]
        pub texts: Option<CustomTexts>,
    }
}

selvedge_model::named_enum! {
    /// What a colour stands on.
    pub enum Surface { Light = "light", Dark = "dark", }
}

/// A colour as it was given, and as Link uses it. No colour does on both surfaces, so one of the two at least is
/// adjusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AccentColor {
    /// Where it was made darker or lighter, to stand out from what is behind it by 4.5 to 1.
    pub adjusted: Vec<Surface>,
    /// On dark.
    pub dark: String,
    /// As given.
    pub given: String,
    /// On light.
    pub light: String,
}

/// A customization of Link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Customization {
    /// The app's colour.
    pub accent: Option<AccentColor>,
    /// How many accounts a person may choose.
    pub account_select: AccountSelect,
    /// Light, dark, or as the person's system is.
    pub appearance: AppearanceMode,
    /// Which sessions it is for: those with exactly these countries; any when null.
    pub country_codes: Option<Vec<Country>>,
    /// The only banks that are offered, in this order; all when null.
    pub institutions: Option<Vec<InstitutionId>>,
    /// Which sessions it is for: those in this language; any when null.
    pub language: Option<Language>,
    /// Where the logo is.
    pub logo: Option<String>,
    /// The name that it is chosen by.
    pub name: String,
    /// Texts that the app words itself.
    pub texts: CustomTexts,
    /// When it was last set.
    pub updated_at: Timestamp,
}

/// One customization.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CustomizationResponse {
    /// The customization.
    pub customization: Customization,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    CustomizationSet: CustomizationSetRequest => CustomizationResponse, "/selvedge/link/customization/set", "makes or replaces a customization of Link",
    errors: [],
    example: r##"{"name":"spring","language":"en","country_codes":["US"],"accent_color":"#ffb000","account_select":"one","institutions":["ins_109508","ins_109509"],"texts":{"consent":"Connect the account that your salary goes to"}}"##,
}

request! {
    /// Which customization.
    pub struct CustomizationNameRequest {
        /// Its name.
        #[schemars(length(min = 1))]
        pub name: String,
    }
}

endpoint! {
    CustomizationGet: CustomizationNameRequest => CustomizationResponse, "/selvedge/link/customization/get", "shows a customization of Link",
    errors: [],
    example: r#"{"name":"default"}"#,
}

request! {
    /// Nothing: the caller's own team is meant.
    pub struct CustomizationListRequest {}
}

/// Every customization of the team.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CustomizationListResponse {
    /// By name.
    pub customizations: Vec<Customization>,
    /// The id of the request.
    pub request_id: String,
}

endpoint! {
    CustomizationList: CustomizationListRequest => CustomizationListResponse, "/selvedge/link/customization/list", "lists the customizations of Link",
    errors: [],
    example: "{}",
}

endpoint! {
    CustomizationRemove: CustomizationNameRequest => Done, "/selvedge/link/customization/remove", "removes a customization of Link",
    errors: [],
    example: r#"{"name":"default"}"#,
}
