//! What a file was before a session: kept beside it, and put back on request. The copy begins with the
//! fingerprint of what the session left, so that later work is never overwritten.

use crate::failure::{Failure, Status};
use crate::inputs::Source;
use crate::output::{Output, print, replace};
use std::path::{Path, PathBuf};
use vitae::fix::hash;

const HEAD: &str = "vitae-undo 1";

/// `.cv.md.vitae-undo` beside `cv.md`.
pub(super) fn place(path: &Path) -> PathBuf {
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = real.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    real.with_file_name(format!(".{name}.vitae-undo"))
}

/// Keeps `before`, which became `after`.
pub(super) fn keep(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Failure> {
    let mut output = Output::open(Some(&place(path)), &[])?;
    output.write(format!("{HEAD} {:016x}\n", hash(after)).as_bytes())?;
    output.write(before)?;
    output.finish()
}

/// Puts back what was before the last session; what stands there now is kept in its turn.
pub(super) fn restore(path: &Path) -> Result<Status, Failure> {
    let kept = place(path);
    if !kept.exists() {
        let failure = Failure::at(path.display(), "there is no session to take back");
        return Err(
            failure.help(format!("`vitae fix` keeps one in {} when it writes", kept.display()))
        );
    }
    let now = Source::File(path.to_owned()).read()?;
    let copy = std::fs::read(&kept)
        .map_err(|error| Failure::io(kept.display(), "cannot read it", &error))?;
    let end = copy.iter().position(|byte| *byte == b'\n').unwrap_or(copy.len());
    let (head, before) = copy.split_at(end);
    let head = String::from_utf8_lossy(head).into_owned();
    let Some(print_of) = head.strip_prefix(HEAD).map(str::trim) else {
        return Err(Failure::at(kept.display(), "this is no copy that `vitae fix` made"));
    };
    if print_of != format!("{:016x}", hash(&now)) {
        let failure =
            Failure::at(path.display(), "it was changed after the session; nothing written");
        return Err(failure
            .help(format!("the old text stands in {} from its second line on", kept.display())));
    }
    let before = before.get(1..).unwrap_or_default();
    keep(path, &now, before)?;
    replace(path, &now, before)?;
    print(
        format!(
            "{}: as it was before the session; the same command brings it back\n",
            path.display()
        )
        .as_bytes(),
    )
}
