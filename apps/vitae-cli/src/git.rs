//! A file as it was in another revision, by asking an installed `git`.

use crate::failure::Failure;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use vitae::Limits;

/// The bytes of `path` in `revision`; none when the file was not there.
pub(crate) fn show(path: &Path, revision: &str) -> Result<Option<Vec<u8>>, Failure> {
    if revision.starts_with('-') || revision.contains(':') || revision.is_empty() {
        let failure = Failure::new(format!("`{revision}` is no revision"));
        return Err(failure.help("name a commit, a branch or a tag, such as `--since main`"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let limit = Limits::default().bytes as u64;
    let mut child = command(folder)
        .args(["show", "--no-textconv", "--end-of-options"])
        .arg(format!("{revision}:./{name}"))
        .spawn()
        .map_err(|_| {
            Failure::new("`git` could not be started").help("--since needs git on the PATH")
        })?;
    let mut bytes = Vec::new();
    if let Some(out) = child.stdout.take() {
        let read = out.take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|error| Failure::io(path.display(), "cannot read what git says", &error))?;
    }
    let status = child
        .wait()
        .map_err(|error| Failure::io(path.display(), "git did not end well", &error))?;
    if status.success() && bytes.len() as u64 <= limit {
        return Ok(Some(bytes));
    }
    if !succeeds(folder, &["rev-parse", "--is-inside-work-tree"]) {
        let failure = Failure::at(path.display(), "--since: this file is in no git repository");
        return Err(failure.help("leave --since out, or use --baseline FILE"));
    }
    let commit = format!("{revision}^{{commit}}");
    if !succeeds(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]) {
        let failure = Failure::new(format!("--since: git knows no revision `{revision}`"));
        return Err(failure.help("name a commit, a branch or a tag; in a shallow clone fetch more"));
    }
    Ok(None)
}

fn succeeds(folder: &Path, arguments: &[&str]) -> bool {
    command(folder).args(arguments).status().is_ok_and(|status| status.success())
}

/// `git` in a folder. Hooks set variables that name another repository by a relative path.
fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    command
}
