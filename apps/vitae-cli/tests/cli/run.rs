//! Runs the program as a person does.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// What a run gave.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `vitae` in the repository with a fixed day.
pub(crate) fn vitae(args: &[&str]) -> Ran {
    ran(command(args, &root()).output().unwrap())
}

/// Runs `vitae` in a folder.
pub(crate) fn vitae_in(folder: &Path, args: &[&str]) -> Ran {
    ran(command(args, folder).output().unwrap())
}

/// Runs `vitae` with standard input.
pub(crate) fn vitae_with(input: &[u8], args: &[&str]) -> Ran {
    let mut child = command(args, &root()).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(input);
    drop(stdin);
    ran(child.wait_with_output().unwrap())
}

/// The command itself.
pub(crate) fn command(args: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vitae"));
    command.args(args).current_dir(folder).env_remove("NO_COLOR");
    if args.first() == Some(&"check") && !args.contains(&"--today") {
        command.args(["--today", "2026-11-22"]);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn ran(output: std::process::Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
