//! From the arguments to the bytes of each resume: folders are searched, standard input is read, and
//! nothing but regular files is ever opened.

use crate::failure::Failure;
use crate::suggest::nearest;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use vitae::{CheckError, Limits};

/// Extensions that a folder is searched for.
const EXTENSIONS: [&str; 15] = [
    "pdf", "docx", "odt", "fodt", "rtf", "md", "markdown", "html", "htm", "txt", "tex", "json",
    "yaml", "yml", "zip",
];
/// Folders that hold no resumes.
const SKIPPED: [&str; 2] = ["node_modules", "target"];
/// Files of projects that stand beside resumes, by the name before the first dot.
const NO_RESUMES: [&str; 9] = [
    "readme",
    "license",
    "licence",
    "changelog",
    "contributing",
    "requirements",
    "package",
    "package-lock",
    "tsconfig",
];

/// One resume to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input, with the name that it should have.
    Stdin(Option<String>),
}

/// What the arguments name, in their order.
pub(crate) struct Inputs {
    /// Each resume, or why an argument names none.
    pub(crate) items: Vec<Result<Source, Failure>>,
    /// Whether there may be several: more than one argument, or a folder.
    pub(crate) several: bool,
}

/// Looks at the arguments; folders are searched in the order of names.
pub(crate) fn collect(arguments: &[PathBuf], stdin_name: Option<&str>) -> Inputs {
    let mut inputs = Inputs { items: Vec::new(), several: arguments.len() > 1 };
    for path in arguments {
        if path.as_os_str() == "-" {
            inputs.items.push(Ok(Source::Stdin(stdin_name.map(str::to_owned))));
        } else if path.is_dir() {
            inputs.several = true;
            let before = inputs.items.len();
            search(path, &mut inputs.items);
            if inputs.items.len() == before {
                let failure = Failure::at(path.display(), "no resume in this folder");
                let known = "PDF, DOCX, ODT, RTF, Markdown, HTML, text, LaTeX, JSON and YAML";
                inputs.items.push(Err(failure.help(format!("it is searched for {known}"))));
            }
        } else {
            inputs.items.push(Ok(Source::File(path.clone())));
        }
    }
    inputs
}

/// Adds every resume in `folder`. Links to folders are not followed, so the search ends.
fn search(folder: &Path, items: &mut Vec<Result<Source, Failure>>) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let failure = Failure::io(folder.display(), "cannot look into this folder", &error);
            items.push(Err(failure));
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !SKIPPED.contains(&name.as_ref()) {
                search(&path, items);
            }
        } else if may_be_resume(&name) && path.is_file() {
            items.push(Ok(Source::File(path)));
        }
    }
}

/// Whether a file that was not named itself is looked at.
fn may_be_resume(name: &str) -> bool {
    let name = name.to_lowercase();
    let Some((stem, extension)) = name.rsplit_once('.') else { return false };
    let stem = stem.split('.').next().unwrap_or(stem);
    EXTENSIONS.contains(&extension) && !NO_RESUMES.contains(&stem)
}

impl Source {
    /// Its name for people and reports; none for a pipe without one.
    pub(crate) fn name(&self) -> Option<String> {
        match self {
            Self::File(path) => Some(path.to_string_lossy().into_owned()),
            Self::Stdin(name) => name.clone(),
        }
    }

    /// Its name in messages.
    pub(crate) fn label(&self) -> String {
        self.name().unwrap_or_else(|| "<stdin>".to_owned())
    }

    /// Its bytes.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        match self {
            Self::File(path) => read_file(path),
            Self::Stdin(_) => read_stdin(&self.label()),
        }
    }
}

fn check_size(name: &str, bytes: u64) -> Result<(), Failure> {
    let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
    let checked = Limits::default().check_size(bytes);
    checked.map_err(|error| Failure::unreadable(name, &CheckError::from(error)))
}

/// Reads a regular file whose size is within the limit; looks before it opens, since opening a pipe
/// would wait.
fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = path.to_string_lossy();
    let bytes = check_regular(path)?;
    check_size(&name, bytes)?;
    let cannot = |error: std::io::Error| unreadable(path, &error);
    let file = File::open(path).map_err(cannot)?;
    read_limited(file, &name).map_err(cannot)?
}

/// The size of a regular file; an error for all else.
pub(crate) fn check_regular(path: &Path) -> Result<u64, Failure> {
    let name = path.to_string_lossy();
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if metadata.is_dir() {
        let failure = Failure::at(&name, "this is a folder");
        return Err(failure.help("give a file; `vitae check` takes folders as well"));
    }
    if !metadata.is_file() {
        let failure = Failure::at(&name, "this is no regular file (a pipe or a device)");
        return Err(failure.help("give a file, or pipe it in: `vitae check - < FILE`"));
    }
    Ok(metadata.len())
}

/// Why a file cannot be read, with what to do.
fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    let failure = Failure::io(path.to_string_lossy(), "cannot read it", error);
    match error.kind() {
        std::io::ErrorKind::NotFound => failure.help(missing(path)),
        _ => failure.help("check the permissions of the file and of its folder"),
    }
}

fn read_stdin(name: &str) -> Result<Vec<u8>, Failure> {
    let stdin = std::io::stdin().lock();
    read_limited(stdin, name)
        .map_err(|error| Failure::io(name, "cannot read standard input", &error))?
}

/// Reads at most one byte more than the limit, whatever the size was said to be.
fn read_limited(from: impl Read, name: &str) -> Result<Result<Vec<u8>, Failure>, std::io::Error> {
    let limit = Limits::default().bytes as u64;
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(check_size(name, bytes.len() as u64).map(|()| bytes))
}

/// Help for a file that is not there: one of a like name, if there is one.
fn missing(path: &Path) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let names: Vec<String> = fs::read_dir(folder)
        .map(|entries| {
            let entries = entries.take(2000).filter_map(Result::ok);
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
        })
        .unwrap_or_default();
    let given = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    match nearest(&given, names.iter().map(String::as_str)) {
        Some(name) => format!("did you mean `{}`?", path.with_file_name(name).display()),
        None => "check the spelling and the folder".to_owned(),
    }
}
