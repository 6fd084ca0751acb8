//! A directory of its own for each test, and the processes that run in it.

use std::env;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// How long a process may take for what takes it milliseconds, on a machine that does ten other things.
const PATIENCE: Duration = Duration::from_mins(1);

/// A working directory that nothing else uses.
pub(crate) struct Home(TempDir);

/// A server that said it is ready.
pub(crate) struct Running {
    pub(crate) url: String,
    /// What it printed before the ready line.
    pub(crate) greeting: String,
    child: Child,
    output: Receiver<String>,
    log: PathBuf,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self(
            tempfile::Builder::new()
                .prefix("selvedge-cli-")
                .tempdir()
                .unwrap(),
        )
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The data directory that a start makes when it is told nothing else.
    pub(crate) fn data(&self, name: &str) -> PathBuf {
        self.path("selvedge-data").join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        name.to_owned()
    }

    /// The names in the directory.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// The command here, with no variable of ours from outside.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_selvedge"));
        for (name, _) in env::vars_os() {
            let ours = name
                .to_str()
                .is_some_and(|name| name.starts_with("SELVEDGE_") || name.starts_with("PLAID_"));
            if ours {
                command.env_remove(name);
            }
        }
        command
            .current_dir(self.0.path())
            .args(arguments)
            .stdin(Stdio::null());
        command
    }

    /// `serve` on a free port.
    pub(crate) fn serve(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        command.args(arguments);
        command
    }

    /// A server with everything as it comes.
    pub(crate) fn start(&self) -> Running {
        Running::start(&mut self.serve(&[]))
    }

    /// Runs a command that is to succeed, and returns what it printed.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let output = finish(&mut self.command(arguments));
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{arguments:?}: {complaint}");
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Running {
    /// Starts a server and waits for its ready line.
    pub(crate) fn start(command: &mut Command) -> Self {
        let directory = command.get_current_dir().unwrap().to_path_buf();
        let log = directory.join(format!("log-{}", fs::read_dir(&directory).unwrap().count()));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let output = lines(&mut child);
        let mut greeting = String::new();
        loop {
            match output.recv_timeout(PATIENCE) {
                Ok(line) => match line.strip_prefix("selvedge ready on ") {
                    Some(url) => {
                        return Self {
                            url: url.to_owned(),
                            greeting,
                            child,
                            output,
                            log,
                        };
                    }
                    None => greeting.push_str(&(line + "\n")),
                },
                Err(error) => {
                    drop(child.kill());
                    panic!("no ready line ({error}): {}", fs::read_to_string(&log).unwrap());
                }
            }
        }
    }

    /// What it logged; complete once it has stopped.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// Sends a signal, such as `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .arg(format!("-{name}"))
            .arg(self.child.id().to_string())
            .status();
        assert!(sent.unwrap().success());
    }

    /// Waits for the end, at most `patience`.
    pub(crate) fn ended_within(&mut self, patience: Duration) -> Option<ExitStatus> {
        loop {
            match self.output.recv_timeout(patience) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => return Some(self.child.wait().unwrap()),
                Err(RecvTimeoutError::Timeout) => return None,
            }
        }
    }

    /// Asks it to stop and returns its log.
    pub(crate) fn stop(mut self) -> String {
        self.signal("TERM");
        let status = self.ended_within(PATIENCE).expect("the server did not stop");
        assert!(status.success(), "{status}: {}", self.log());
        self.log()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already ended, most often.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The lines of a child's standard output; the channel closes when the child has ended.
fn lines(child: &mut Child) -> Receiver<String> {
    let output = child.stdout.take().unwrap();
    let (sender, receiver) = mpsc::channel();
    drop(thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            drop(sender.send(line));
        }
    }));
    receiver
}

/// Runs a command to its end; one that does not end is killed, and the test fails.
pub(crate) fn finish(command: &mut Command) -> Output {
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let id = child.id();
    let (sender, receiver) = mpsc::channel();
    drop(thread::spawn(move || drop(sender.send(child.wait_with_output()))));
    receiver.recv_timeout(PATIENCE).map_or_else(
        |_| {
            drop(Command::new("kill").arg("-KILL").arg(id.to_string()).status());
            panic!("{command:?} did not end");
        },
        Result::unwrap,
    )
}

/// The one line with which a command is refused.
pub(crate) fn refusal(command: &mut Command) -> String {
    let output = finish(command);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert!(
        output.stdout.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    complaint
        .trim_end()
        .strip_prefix("selvedge: ")
        .expect(&complaint)
        .to_owned()
}

/// The permission bits of a file or directory.
pub(crate) fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}
