//! How Link looks and asks in one session: the app's name, and the customization that the session takes.

use super::flow::AccountMode;
use super::view::{Accent, Appearance, Look, Texts};
use super::{app_name, customization};
use crate::Engine;
use selvedge_model::Error;
use selvedge_model::country::Country;
use selvedge_model::id::{InstitutionId, TeamId};
use selvedge_model::language::Language;
use selvedge_wire::endpoint::link::{AppearanceMode, LinkConfig};
use selvedge_wire::endpoint::link_settings::{AccountSelect, Customization};

/// The customization of a session that names none.
const DEFAULT: &str = "default";

/// What a customization settles besides the look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Terms {
    /// Only these banks, in this order; all when empty.
    pub(crate) only_banks: Vec<InstitutionId>,
    /// How many accounts may be chosen.
    pub(crate) accounts: AccountMode,
}

impl Engine {
    /// How Link looks in a session with this configuration, and what its customization settles besides.
    pub(crate) async fn look(&self, team: &TeamId, config: &LinkConfig) -> Result<(Look, Terms), Error> {
        let language = config.metadata.language.as_deref().and_then(Language::parse);
        let language = language.unwrap_or(Language::English);
        let chosen = self.customization_for(team, config, language).await?;
        let appearance = config
            .appearance_mode
            .or(chosen.as_ref().map(|chosen| chosen.appearance))
            .unwrap_or(AppearanceMode::System);
        let terms = Terms {
            only_banks: chosen
                .as_ref()
                .and_then(|chosen| chosen.institutions.clone())
                .unwrap_or_default(),
            accounts: chosen
                .as_ref()
                .map_or(AccountMode::Several, |chosen| mode(chosen.account_select)),
        };
        let app_name = config.metadata.client_name.as_deref().and_then(app_name::shown);
        let (logo, accent, texts) = chosen.map_or((None, None, Texts::default()), dressed);
        let look = Look {
            language,
            app_name,
            logo,
            accent,
            appearance: match appearance {
                AppearanceMode::Light => Appearance::Light,
                AppearanceMode::Dark => Appearance::Dark,
                AppearanceMode::System => Appearance::System,
            },
            texts,
            environment: self.environment(),
        };
        Ok((look, terms))
    }

    /// The named customization, else the default one; each as though it were not there where it is made for
    /// another language or other countries.
    async fn customization_for(
        &self,
        team: &TeamId,
        config: &LinkConfig,
        language: Language,
    ) -> Result<Option<Customization>, Error> {
        let named = config.link_customization_name.as_str();
        let reader = self.store.reader();
        for name in [Some(named), (named != DEFAULT).then_some(DEFAULT)]
            .into_iter()
            .flatten()
        {
            if let Some(body) = reader.team(team).link_customization(name).await? {
                let found = customization::parsed(&body)?;
                if is_for(&found, &config.metadata.country_codes, language) {
                    return Ok(Some(found));
                }
            }
        }
        Ok(None)
    }
}

/// Whether a customization is made for a session: the same language, and the same countries as a set.
fn is_for(customization: &Customization, countries: &[Country], language: Language) -> bool {
    customization.language.is_none_or(|wanted| wanted == language)
        && customization.country_codes.as_ref().is_none_or(|wanted| {
            wanted.iter().all(|code| countries.contains(code))
                && countries.iter().all(|code| wanted.contains(code))
        })
}

fn dressed(customization: Customization) -> (Option<String>, Option<Accent>, Texts) {
    let accent = customization.accent.map(|accent| Accent {
        light: accent.light,
        dark: accent.dark,
    });
    let texts = Texts {
        consent: customization.texts.consent,
        institutions: customization.texts.institutions,
        connected: customization.texts.connected,
        reconnected: customization.texts.reconnected,
    };
    (customization.logo, accent, texts)
}

const fn mode(select: AccountSelect) -> AccountMode {
    match select {
        AccountSelect::One => AccountMode::One,
        AccountSelect::Several => AccountMode::Several,
        AccountSelect::All => AccountMode::All,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_for, mode};
    use crate::link::flow::AccountMode;
    use jiff::Timestamp;
    use selvedge_model::country::Country;
    use selvedge_model::language::Language;
    use selvedge_wire::endpoint::link::AppearanceMode;
    use selvedge_wire::endpoint::link_settings::{AccountSelect, CustomTexts, Customization};

    fn customization(language: Option<Language>, countries: Option<&[Country]>) -> Customization {
        Customization {
            accent: None,
            account_select: AccountSelect::One,
            appearance: AppearanceMode::System,
            country_codes: countries.map(<[Country]>::to_vec),
            institutions: None,
            language,
            logo: None,
            name: "default".to_owned(),
            texts: CustomTexts::default(),
            updated_at: Timestamp::UNIX_EPOCH,
        }
    }

    /// What a customization is for, what a session is in, and whether they fit.
    type Case<'c> = (
        Option<Language>,
        Option<&'c [Country]>,
        Language,
        &'c [Country],
        bool,
    );

    #[test]
    fn a_customization_is_for_its_language_and_its_set_of_countries_exactly() {
        let (english, french) = (Language::English, Language::French);
        let (us, ca, gb) = (Country::Us, Country::Ca, Country::Gb);
        let cases: [Case<'_>; 10] = [
            (None, None, english, &[us], true),
            (Some(english), None, english, &[us, ca], true),
            (Some(english), None, french, &[us], false),
            (None, Some(&[us]), french, &[us], true),
            (None, Some(&[us]), french, &[us, us], true),
            (None, Some(&[us]), french, &[us, ca], false),
            (None, Some(&[us, ca]), french, &[us], false),
            (None, Some(&[us, ca]), french, &[ca, us], true),
            (None, Some(&[us, ca]), french, &[ca, gb], false),
            (Some(english), Some(&[us]), english, &[gb], false),
        ];
        for (language, countries, of_session, in_session, expected) in cases {
            let made = customization(language, countries);
            let case = format!("{language:?} {countries:?} {of_session:?} {in_session:?}");
            assert_eq!(is_for(&made, in_session, of_session), expected, "{case}");
        }
    }

    #[test]
    fn each_way_to_choose_accounts_is_one_of_the_flow() {
        let modes = AccountSelect::ALL.iter().copied().map(mode);
        assert!(modes.eq([AccountMode::One, AccountMode::Several, AccountMode::All]));
    }
}
