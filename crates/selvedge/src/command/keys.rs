//! `selvedge keys`: through the running server where it alone may open the database, else on the database.

use super::{Failure, block_on};
use crate::cli::{Keys, Verb};
use crate::out;
use selvedge::config::Database;
use selvedge::control::{self, Reply};
use selvedge::keys::{self, Command, KeyLine, Report};
use selvedge::{Settings, StartError, Wiring, credentials, open};
use selvedge_model::Sensitive;
use selvedge_store::OpenError;
use std::process::ExitCode;

/// Does what was asked and prints what came of it.
pub(crate) fn run(keys: Keys) -> Result<ExitCode, Failure> {
    let settings = Settings::resolve(keys.options.given()?)?;
    let command = match keys.verb {
        Verb::List => Command::List,
        Verb::Create { name, partner } => Command::Create { name, partner },
        Verb::Rotate { key_id } => Command::Rotate { key_id },
        Verb::Delete { key_id, force } => Command::Delete { key_id, force },
        Verb::RotateWebhookKey => Command::RotateWebhookKey,
    };
    print(&settings, carried_out(&settings, command)?);
    Ok(ExitCode::SUCCESS)
}

/// What came of a command: through the running server if there is one, else on the database.
pub(super) fn carried_out(settings: &Settings, command: Command) -> Result<Report, Failure> {
    match ask(settings, &command)? {
        Some(Reply::Done(report)) => Ok(report),
        Some(Reply::Refused(why)) => Err(Failure::Refused(why)),
        None => block_on(run_here(settings, command)),
    }
}

/// Asks the server that holds the data directory, if there is one.
pub(super) fn ask(settings: &Settings, command: &Command) -> Result<Option<Reply>, Failure> {
    match settings.database {
        Database::Postgres(_) => Ok(None),
        Database::Sqlite => control::ask(&settings.data_dir, command).map_err(|error| {
            let path = control::path_in(&settings.data_dir);
            Failure::Refused(format!(
                "cannot speak to the server through {}: {error}",
                path.display()
            ))
        }),
    }
}

async fn run_here(settings: &Settings, command: Command) -> Result<Report, Failure> {
    let wiring = Wiring::system();
    let engine = match open::existing(settings, &wiring).await {
        Ok(engine) => engine,
        Err(StartError::Open(OpenError::InUse { dir })) => {
            return Err(Failure::Refused(format!(
                "a server holds {} but has no control socket there; stop it for this command",
                dir.display()
            )));
        }
        Err(error) => return Err(error.into()),
    };
    let request_id = wiring.request_id();
    let result = keys::run(&engine, &wiring.ctx(&request_id), &settings.data_dir, command).await;
    engine.close().await;
    result.map_err(|error| Failure::Refused(error.context.unwrap_or_else(|| error.message.into_owned())))
}

fn print(settings: &Settings, report: Report) {
    match report {
        Report::Keys { keys } => out::print(&table(&keys)),
        Report::Made {
            key_id,
            client_id,
            secret,
            partner_id,
        } => {
            if let Some(partner_id) = partner_id {
                out::say(&format!("# partner {partner_id}"));
            }
            out::say(&format!("# key {key_id}; the secret is shown this once"));
            let text = credentials::text(&client_id, &Sensitive::new(secret), settings.environment);
            out::print(text.expose());
        }
        Report::Deleted { key_id } => out::say(&format!("deleted {key_id}")),
        Report::WebhookKey { key_id } => out::say(&format!(
            "{key_id} signs webhooks from now on; the keys before it can still be looked up"
        )),
        Report::Status { schema_version, .. } => out::say(&format!("schema version {schema_version}")),
        Report::Link { settings } => super::link::print(&settings),
    }
}

/// Columns as wide as what they hold.
fn table(keys: &[KeyLine]) -> String {
    let head = ["KEY", "CLIENT ID", "TEAM", "PARTNER", "MADE", "STATE"].map(str::to_owned);
    let mut rows = vec![head];
    rows.extend(keys.iter().map(row));
    let mut widths = [0; 6];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let lines = rows.iter().map(|row| {
        let cells: Vec<_> = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        cells.join("  ").trim_end().to_owned() + "\n"
    });
    lines.collect()
}

fn row(key: &KeyLine) -> [String; 6] {
    [
        key.key_id.clone(),
        key.client_id.clone(),
        key.team.clone(),
        key.partner.clone().unwrap_or_else(|| "-".to_owned()),
        key.created_at.strftime("%Y-%m-%d %H:%M:%SZ").to_string(),
        match key.superseded_at {
            None => "current".to_owned(),
            Some(since) => format!("superseded {}", since.strftime("%Y-%m-%d %H:%M:%SZ")),
        },
    ]
}
