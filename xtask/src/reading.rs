//! The table of `docs/reading.md`: how well each format is read, how fast, in how much memory. Each
//! format is read by a process of its own, so that its peak of memory is its own.

use crate::run::{command, root, run, target_dir};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const DOCUMENT: &str = "docs/reading.md";
const BEGIN: &str = "<!-- cargo xtask reading: begin -->";
const END: &str = "<!-- cargo xtask reading: end -->";
/// Formats by the name that a document gives them.
const FORMATS: [&str; 13] = [
    "PDF",
    "DOCX",
    "ODT",
    "RTF",
    "HTML",
    "Markdown",
    "LaTeX",
    "plain text",
    "JSON Resume",
    "YAML",
    "RenderCV YAML",
    "Reactive Resume",
    "LinkedIn export",
];
const FIELDS: [(&str, &str); 13] = [
    ("name", "name"),
    ("email", "mail"),
    ("phone", "phone"),
    ("url", "links"),
    ("company", "employer"),
    ("title", "title"),
    ("startDate", "start"),
    ("endDate", "end"),
    ("institution", "school"),
    ("degree", "degree"),
    ("eduDates", "year"),
    ("skills", "skills"),
    ("highlights", "bullets"),
];

/// Writes the table from the corpus of the repository, or prints that of another folder.
pub(crate) fn table(arguments: &[String]) -> Result<()> {
    let other = match arguments {
        [] => None,
        [flag, folder] if flag == "--set" => Some(folder.clone()),
        _ => bail!("usage: cargo xtask reading [--set FOLDER]"),
    };
    run("cargo build -q --release -p vitae --example reading")?;
    let folder = other.as_ref().map_or_else(|| root().join("fixtures/resumes"), Into::into);
    let set = if other.is_some() { "another set" } else { "`fixtures/resumes`" };
    let mut text = measure(&folder, set)?;
    if other.is_some() {
        print!("{text}");
        return Ok(());
    }
    text += "\nEvery file of this set is a test as well: the scores say what is kept, not how a resume \
        that nobody has seen is read.\n";
    write(&text)
}

fn measure(folder: &Path, set: &str) -> Result<String> {
    let (mut rows, mut layouts) = (String::new(), Vec::new());
    let mut files = 0;
    for format in FORMATS {
        let result = one(folder, format)?;
        let count = result["files"].as_u64().unwrap_or(0);
        if count == 0 {
            continue;
        }
        files += count;
        let f1 = |value: &Value| format!("{:.3}", value.as_f64().unwrap_or(f64::NAN));
        write!(rows, "| {format} | {count} | **{}** |", f1(&result["macro"]))?;
        for (field, _) in FIELDS {
            write!(rows, " {} |", f1(&result["fields"][field]))?;
        }
        let ms = |value: &Value| format!("{:.2}", value.as_f64().unwrap_or(f64::NAN) / 1000.0);
        let peak =
            result["peak_kib"].as_u64().map_or("?".to_owned(), |k| k.div_ceil(1024).to_string());
        writeln!(rows, " {} | {} | {peak} |", ms(&result["median_us"]), ms(&result["slowest_us"]))?;
        for (layout, value) in result["layouts"].as_object().into_iter().flatten() {
            layouts.push((
                value["macro"].as_f64().unwrap_or(0.0),
                layout.clone(),
                value["files"].clone(),
            ));
        }
    }
    let unread = one(folder, "unread")?["unread"].as_u64().unwrap_or(0);
    layouts.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    let mut text = String::new();
    writeln!(
        text,
        "Set: {set}, {files} files read and {unread} refused, without scans. F1 per field, bold the \
         mean of all fields. Milliseconds are those of reading and parsing one file in process, the \
         median of fourteen runs: median over the files, then the slowest file. MiB: the most that a \
         process had which read them all, with its program and data.\n"
    )?;
    let head: Vec<&str> = FIELDS.iter().map(|(_, name)| *name).collect();
    writeln!(text, "| format | files | mean | {} | ms | slowest | MiB |", head.join(" | "))?;
    writeln!(text, "|---|{}", "--:|".repeat(FIELDS.len() + 5))?;
    text += &rows;
    writeln!(text, "\nBy layout, worst first: {}.\n", by_layout(&layouts))?;
    writeln!(text, "{}", machine())?;
    Ok(text)
}

fn by_layout(layouts: &[(f64, String, Value)]) -> String {
    let one = |(f1, layout, files): &(f64, String, Value)| format!("{layout} {f1:.3} ({files})");
    layouts.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn one(folder: &Path, format: &str) -> Result<Value> {
    let example = target_dir()
        .join("release/examples/reading")
        .with_extension(std::env::consts::EXE_EXTENSION);
    let output = std::process::Command::new(&example)
        .arg(folder)
        .arg(format)
        .output()
        .with_context(|| format!("{} cannot be started", example.display()))?;
    if !output.status.success() {
        bail!("{format}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// What it was measured on.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let info = read("/proc/cpuinfo");
    let model = info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("");
    let model = model.trim_start_matches(['\t', ' ', ':']).trim();
    let model = if model.is_empty() { "unknown processor" } else { model };
    let load = read("/proc/loadavg");
    let load = load.split(' ').next().unwrap_or("?");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let version = command("rustc --version").output();
    let rustc =
        version.map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned()).unwrap_or_default();
    format!(
        "Measured on: {model}, {cores} cores, load {load} from other work, {rustc}, release build."
    )
}

/// Puts the table between its marks; a document without them gets both.
fn write(text: &str) -> Result<()> {
    let path = root().join(DOCUMENT);
    let old = fs::read_to_string(&path).unwrap_or_else(|_| "# How resumes are read\n".to_owned());
    let block = format!("{BEGIN}\n{text}{END}");
    let new = match (old.find(BEGIN), old.find(END)) {
        (Some(begin), Some(end)) if begin < end => {
            format!("{}{block}{}", &old[..begin], &old[end + END.len()..])
        }
        _ => format!("{}\n\n## Figures\n\n{block}\n", old.trim_end()),
    };
    fs::write(&path, new)?;
    println!("{DOCUMENT} is written");
    Ok(())
}
