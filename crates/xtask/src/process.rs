//! Running other programs from the workspace root, and saying which one failed.
//!
//! It does not capture output unless asked: what a step prints is for the person who waits for it.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

/// How often a stopping process is looked at.
const STOP_POLL: Duration = Duration::from_millis(50);
/// How many looks a stopping process is given before it is killed: ten seconds.
const STOP_LOOKS: u32 = 200;

/// The workspace root.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest).to_path_buf()
}

/// The cargo that runs us.
pub(crate) fn cargo() -> Command {
    let mut command = command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    if env::var_os("CI").is_some() {
        // What is built once and thrown away need not be made ready to be built again.
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// `program`, to be run in the workspace root.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Runs `command` and fails when it does.
pub(crate) fn check(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start {}", words(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", words(command));
    }
    Ok(())
}

/// Runs `command` and returns what it printed to standard output.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start {}", words(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}", words(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{} printed no text", words(command)))
}

/// Where `program` is found, if it is on the search path.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Whether this process may write anywhere, which also means that `PostgreSQL` refuses to run as it.
pub(crate) fn is_root() -> bool {
    capture(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Asks a child to stop by `signal`, waits for it, and kills it when it does not listen.
pub(crate) fn stop(child: &mut Child, signal: &str) {
    // The shell's own kill: a small machine has no such program.
    let asked = command("sh")
        .args(["-c", "kill -s \"$1\" \"$2\"", "sh", signal])
        .arg(child.id().to_string())
        .status();
    if asked.is_ok() {
        for _ in 0..STOP_LOOKS {
            if !matches!(child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(STOP_POLL);
        }
    }
    // Nothing better can be done about a process that cannot be killed.
    drop(child.kill());
    drop(child.wait());
}

/// The command line, for an error.
fn words(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy().into_owned()));
    words.join(" ")
}
