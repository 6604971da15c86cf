//! Where results go: standard output, or a file that is replaced only when all of it was written.

use crate::failure::{Failure, Status};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where results go.
pub(crate) enum Output {
    /// Standard output.
    Stdout,
    /// A file beside the target that becomes the target at the end.
    File { target: PathBuf, temporary: NamedTempFile },
    /// A pipe or device that was named as target; replacing it would harm.
    Device { target: PathBuf, file: fs::File },
}

/// Whether there is anyone left to write for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// Go on.
    Yes,
    /// The reader of the pipe has gone.
    Closed,
}

impl Output {
    /// Opens `target`, or standard output. `inputs` are files that must not be replaced.
    pub(crate) fn open(target: Option<&Path>, inputs: &[PathBuf]) -> Result<Self, Failure> {
        let Some(target) = target.filter(|target| target.as_os_str() != "-") else {
            return Ok(Self::Stdout);
        };
        let cannot = |error: std::io::Error| {
            Failure::io(target.display(), "cannot write there", &error)
                .help("check that the folder is there and may be written to")
        };
        // A link is kept; what it leads to is replaced.
        let real = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        if inputs.iter().any(|input| fs::canonicalize(input).is_ok_and(|input| input == real)) {
            let failure = Failure::at(target.display(), "this is the resume itself");
            return Err(failure.help("choose another name for the output"));
        }
        let old = fs::metadata(&real).ok();
        if old.as_ref().is_some_and(fs::Metadata::is_dir) {
            let failure = Failure::at(target.display(), "cannot write there: this is a folder");
            return Err(failure.help("name a file in it"));
        }
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            let file = OpenOptions::new().write(true).open(&real).map_err(cannot)?;
            return Ok(Self::Device { target: real, file });
        }
        let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty());
        let temporary = temporary(folder.unwrap_or(Path::new("."))).map_err(cannot)?;
        if let Some(old) = old {
            // Best effort: a new file with usual permissions is no failure.
            let _ = fs::set_permissions(temporary.path(), old.permissions());
        }
        Ok(Self::File { target: real, temporary })
    }

    /// Writes some of the results.
    pub(crate) fn write(&mut self, text: &[u8]) -> Result<Written, Failure> {
        let (name, result) = match self {
            Self::Stdout => ("standard output".to_owned(), write_stdout(text)),
            Self::File { target, temporary } => {
                (target.display().to_string(), temporary.write_all(text))
            }
            Self::Device { target, file } => (target.display().to_string(), file.write_all(text)),
        };
        match result {
            Ok(()) => Ok(Written::Yes),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Written::Closed),
            Err(error) => Err(Failure::io(name, "cannot write", &error)),
        }
    }

    /// Makes everything written visible. Without this call a target file stays as it was.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let Self::File { target, temporary } = self else { return Ok(()) };
        let kept = temporary.as_file().sync_all();
        kept.and_then(|()| temporary.persist(&target).map(drop).map_err(|error| error.error))
            .map_err(|error| Failure::io(target.display(), "cannot write there", &error))
    }
}

/// Puts `new` in the place of a file that holds `old`: whole or not at all, with its permissions, and at
/// the end of the link where `path` is one.
pub(crate) fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| {
        Failure::io(path.display(), "cannot write it", &error)
            .help("check the permissions of the file and of its folder")
    };
    let real = fs::canonicalize(path).map_err(cannot)?;
    let metadata = fs::metadata(&real).map_err(cannot)?;
    if metadata.permissions().readonly() {
        let failure = Failure::at(path.display(), "cannot write it: it is read-only");
        return Err(failure.help("make it writable, or look at the changes with --diff"));
    }
    let folder = real.parent().unwrap_or(Path::new("."));
    let mut file = temporary(folder).map_err(cannot)?;
    file.write_all(new).map_err(cannot)?;
    fs::set_permissions(file.path(), metadata.permissions()).map_err(cannot)?;
    keep_owner(file.path(), &metadata);
    file.as_file().sync_all().map_err(cannot)?;
    if fs::read(&real).map_err(cannot)? != old {
        let failure =
            Failure::at(path.display(), "it was changed in the meantime; nothing written");
        return Err(failure.help("run the command again"));
    }
    file.persist(&real).map(drop).map_err(|error| cannot(error.error))
}

#[cfg(unix)]
fn keep_owner(path: &Path, of: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    // Only the superuser may give files away; for everyone else the owner is right already.
    let _ = chown(path, Some(of.uid()), Some(of.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &fs::Metadata) {}

#[cfg(unix)]
fn temporary(folder: &Path) -> std::io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // As for any new file: what the user's mask leaves of this.
    let usual = fs::Permissions::from_mode(0o666);
    tempfile::Builder::new().prefix(".vitae-").permissions(usual).tempfile_in(folder)
}

#[cfg(not(unix))]
fn temporary(folder: &Path) -> std::io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".vitae-").tempfile_in(folder)
}

fn write_stdout(text: &[u8]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text)?;
    out.flush()
}

/// Prints something to standard output.
pub(crate) fn print(text: &[u8]) -> Result<Status, Failure> {
    Output::Stdout.write(text)?;
    Ok(Status::Clean)
}

/// What `vitae` alone says: to standard error, since nothing was asked.
pub(crate) fn print_short_help(text: &str) -> Result<Status, Failure> {
    // Nothing can be done about a standard error that is closed.
    let _ = std::io::stderr().write_all(text.as_bytes());
    Ok(Status::CouldNotRun)
}
