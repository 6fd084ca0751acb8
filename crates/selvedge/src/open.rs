//! Opening the parts that commands and the server share: the database, and the engine on it.

use crate::config::Database;
use crate::{Settings, StartError, Wiring, master_key, postgres_error, private_file};
use selvedge_banks::institution::Catalogue;
use selvedge_banks::sandbox::SandboxBank;
use selvedge_engine::{Engine, Parts};
use selvedge_model::{Environment, Sensitive};
use selvedge_store::{Backend, Migrate, Store};
use selvedge_vault::{MasterKey, Vault};
use std::sync::Arc;

/// Opens the database; with [`Migrate::Apply`] one that is not there is made, otherwise that is an error.
pub async fn store(settings: &Settings, wiring: &Wiring, migrate: Migrate) -> Result<Store, StartError> {
    let backend = match &settings.database {
        Database::Postgres(url) => Backend::Postgres {
            url: Sensitive::from(url.expose()),
        },
        Database::Sqlite => {
            let path = settings.sqlite_path();
            match migrate {
                Migrate::Apply => make_data_dir(settings)?,
                Migrate::Refuse if path.exists() => {}
                Migrate::Refuse => {
                    return Err(StartError::NoDatabase {
                        dir: settings.data_dir.clone(),
                    });
                }
            }
            Backend::Sqlite { path }
        }
    };
    let now = wiring.clock.now();
    let opened = Store::open(selvedge_store::Settings {
        migrate,
        ..selvedge_store::Settings::new(backend, now)
    })
    .await;
    opened.map_err(|error| match &settings.database {
        Database::Postgres(url) => postgres_error::explain(url, error),
        Database::Sqlite => error.into(),
    })
}

/// Makes the data directory if it is not there.
pub(crate) fn make_data_dir(settings: &Settings) -> Result<(), StartError> {
    private_file::make_dir(&settings.data_dir)
        .map_err(StartError::file("make the data directory", &settings.data_dir))
}

/// Puts the engine together on an open database.
pub fn engine(settings: &Settings, store: Store, key: MasterKey) -> Result<Engine, StartError> {
    // The test bank's institutions are the sandbox's alone: in production its logins open nothing.
    let catalogue = Arc::new(match settings.environment {
        Environment::Sandbox => Catalogue::load()?,
        Environment::Production => Catalogue::empty(),
    });
    let vault = Arc::new(Vault::new(key, settings.environment));
    let bank = Arc::new(SandboxBank::new(
        Arc::clone(&catalogue),
        Arc::clone(&vault),
        settings.url(),
    ));
    let test_bank = match settings.environment {
        Environment::Sandbox => Some(Arc::clone(&bank)),
        Environment::Production => None,
    };
    Ok(Engine::new(Parts {
        store,
        vault,
        bank,
        test_bank,
        catalogue,
        public_url: settings.url(),
    }))
}

/// Opens a database that was served before, for a command beside the server; changes nothing.
pub async fn existing(settings: &Settings, wiring: &Wiring) -> Result<Engine, StartError> {
    let known = master_key::find(settings)?;
    let store = store(settings, wiring, Migrate::Refuse).await?;
    if !selvedge_engine::is_claimed(&store).await? {
        return Err(StartError::NeverServed);
    }
    let key = known.ok_or_else(|| StartError::NoMasterKey {
        path: master_key::path_in(&settings.data_dir),
    })?;
    let engine = engine(settings, store, key)?;
    engine.check().await?;
    Ok(engine)
}
