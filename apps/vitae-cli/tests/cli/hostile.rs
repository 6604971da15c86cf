//! Hostile files and odd paths: each gives one report or one clear error, soon, in little memory, and
//! nothing is written anywhere.

use crate::hostile_files::{docx, entity_bomb, nested, package, page_loop, pages, zip_bomb};
use crate::run::{Ran, command, root};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::sync::Mutex;
use std::time::Duration;

/// What a release build must keep; the builds of tests are some ten times slower.
const CPU: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });
/// KiB.
const MEMORY: i64 = 256 << 10;

/// One child at a time, since the system adds up what all of them used.
static MEASURE: Mutex<()> = Mutex::new(());

/// Runs `vitae` in `folder` and asserts what every run has to keep.
fn run(args: &[&str], folder: &Path) -> Ran {
    let _one = MEASURE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let elsewhere = tempfile::tempdir().unwrap();
    let before = listing(folder);
    let used = || {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
        let time = usage.user_time() + usage.system_time();
        (Duration::from_micros(time.num_microseconds() as u64), usage.max_rss())
    };
    let (cpu, _) = used();
    let mut command = command(args, folder);
    command.env("TMPDIR", elsewhere.path()).env("HOME", elsewhere.path());
    let output = command.output().unwrap();
    let (after, peak) = used();
    let ran = Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    };
    assert!(after - cpu < CPU, "{args:?}: {:?} of CPU", after - cpu);
    assert!(peak < MEMORY, "{args:?}: {} MiB", peak >> 10);
    assert_eq!(listing(folder), before, "{args:?} wrote beside the file");
    assert!(listing(elsewhere.path()).is_empty(), "{args:?} left something behind");
    ran
}

fn listing(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// What a file leads to.
enum Gives {
    /// One error with these words.
    Error(&'static str),
    /// A report with this text somewhere.
    Report(&'static str),
}
use Gives::{Error, Report};

fn gives(name: &str, bytes: &[u8], wanted: &Gives) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let checked = run(&["check", name, "-f", "json", "--fail-on", "never"], folder.path());
    let parsed = run(&["parse", name, "--format", "json-resume"], folder.path());
    match wanted {
        Error(words) => {
            for ran in [checked, parsed] {
                is_error(name, &ran, words);
            }
        }
        Report(words) => {
            assert_eq!(
                (checked.code, parsed.code),
                (0, 0),
                "{name}: {}{}",
                checked.err,
                parsed.err
            );
            serde_json::from_str::<serde_json::Value>(&checked.out).unwrap();
            serde_json::from_str::<serde_json::Value>(&parsed.out).unwrap();
            assert!(checked.out.contains(words), "{name}: no `{words}` in {}", cut(&checked.out));
        }
    }
}

fn is_error(name: &str, ran: &Ran, words: &str) {
    assert_eq!(ran.code, 2, "{name}: {}{}", ran.err, cut(&ran.out));
    assert_eq!(ran.out, "", "{name}");
    assert_eq!(ran.err.matches("error: ").count(), 1, "{name}: {}", ran.err);
    assert!(ran.err.starts_with(&format!("error: {name}")), "{name}: {}", ran.err);
    assert!(ran.err.contains(words), "{name}: no `{words}` in {}", ran.err);
    assert!(!ran.err.contains("panicked"), "{name}: {}", ran.err);
}

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(2_000)]
}

#[test]
fn bombs_end_at_a_limit() {
    gives("bomb.docx", &zip_bomb(), &Error("limit"));
    gives("entities.docx", &entity_bomb(), &Report("Ann Aldane"));
    let mut aliases = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (one, two) in ('a'..='i').zip('b'..='j') {
        let all = format!("*{one}, ").repeat(10);
        aliases.push_str(&format!("{two}: &{two} [{}]\n", all.trim_end_matches(", ")));
    }
    gives("aliases.yaml", aliases.as_bytes(), &Error("200000 values"));
    let csv = "First Name,Last Name\n".to_owned() + &"Ann,Aldane\n".repeat(1_000_000);
    gives(
        "export.zip",
        &package(&[("Profile.csv", csv.as_bytes())]),
        &Error("bytes after unpacking"),
    );
}

#[test]
fn loops_and_crowds_in_a_pdf_end() {
    gives("page-loop.pdf", &page_loop(), &Report("\"format\""));
    gives("xref-loop.pdf", &pages(1, "Ann Aldane", "", "/Prev HERE"), &Report("\"pages\""));
    gives("form-loop.pdf", &pages(1, "Ann Aldane", "/X Do /X Do", ""), &Report("\"pages\""));
    gives("crowd.pdf", &pages(10_000, "Ann Aldane", "", ""), &Report("10000"));
}

#[test]
fn deep_nesting_ends() {
    const DEEP: usize = 100_000;
    gives("deep.json", &nested("{\"a\":", "}", DEEP), &Error("nesting of 64 levels"));
    gives("lists.json", &nested("[", "]", DEEP), &Error("error"));
    gives(
        "deep.yaml",
        &[b"basics: ", &nested("[", "]", DEEP)[..]].concat(),
        &Error("nesting of 64 levels"),
    );
    gives("deep.html", &nested("<div>", "</div>", DEEP), &Report("\"format\""));
    gives("spans.html", &nested("<table><tr><td><ul><li><b>", "", DEEP / 5), &Report("\"format\""));
    gives(
        "deep.tex",
        &[&b"\\documentclass{article}\\begin{document}"[..], &nested("{", "}", DEEP)].concat(),
        &Report("\"format\""),
    );
    gives(
        "lists.tex",
        &[
            &b"\\documentclass{article}\\begin{document}"[..],
            &nested("\\begin{itemize}\\item ", "\\end{itemize}", DEEP / 10),
        ]
        .concat(),
        &Report("\"format\""),
    );
    gives("quotes.md", &nested(">", "", DEEP), &Report("\"format\""));
    gives(
        "lists.md",
        &(0..2_000).map(|level| " ".repeat(level * 2) + "- a\n").collect::<String>().into_bytes(),
        &Report("\"format\""),
    );
    let table = "<w:tbl><w:tr><w:tc>".repeat(DEEP / 10);
    gives("deep.docx", &docx(&table), &Report("\"format\""));
}

#[test]
fn content_decides_whatever_the_name_says() {
    let read = |file: &str| fs::read(root().join(file)).unwrap();
    let pdf = read("examples/mid-tran.pdf");
    gives("cv.docx", &pdf, &Report("wrong-extension"));
    gives("cv.pdf", &read("examples/mid-tran.docx"), &Report("wrong-extension"));
    gives(
        "cv.txt",
        b"<!DOCTYPE html><h1>Ann Aldane</h1><p>ann@example.com",
        &Report("wrong-extension"),
    );
    gives("cv2.pdf", b"{\"basics\": {\"name\": \"Ann Aldane\"}}", &Report("wrong-extension"));
    gives(
        "data.json",
        b"{\"basics\": {\"name\": [1]}, \"work\": 7}",
        &Report("`/basics/name` is a list, not text"),
    );
}

#[test]
fn any_encoding_is_read_or_refused() {
    let text = "Ann Aldane\nann@example.com\n\nExperience\nEngineer, Müller GmbH, 2019 – 2021\n";
    let wide = |order: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(order)).collect()
    };
    gives("little.txt", &wide(u16::to_le_bytes, [0xff, 0xfe]), &Report("\"encoding\""));
    gives("big.txt", &wide(u16::to_be_bytes, [0xfe, 0xff]), &Report("\"encoding\""));
    gives("odd.txt", &wide(u16::to_le_bytes, [0xff, 0xfe])[..41], &Report("\"encoding\""));
    let latin: Vec<u8> =
        text.chars().map(|ch| if ch == '–' { b'-' } else { ch as u32 as u8 }).collect();
    gives("latin.txt", &latin, &Report("\"hazards\""));
    gives("nul.txt", text.replace('A', "\0A").as_bytes(), &Report("control-characters"));
    gives("zeros.txt", &[0; 4096], &Error("error"));
    gives("zeros.json", &[0; 4096], &Error("error"));
}

#[test]
fn what_is_no_file_is_never_opened() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let made = std::process::Command::new("mkfifo").arg(at("fifo.pdf")).status().unwrap();
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.pdf")).unwrap();
    fs::create_dir(at("folder.pdf")).unwrap();
    std::os::unix::fs::symlink("b.pdf", at("a.pdf")).unwrap();
    std::os::unix::fs::symlink("a.pdf", at("b.pdf")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("zero.pdf")).unwrap();
    fs::write(at("cv.md"), "# Ann Aldane\n").unwrap();
    for (name, words) in [
        ("fifo.pdf", "no regular file (a pipe or a device)"),
        ("socket.pdf", "no regular file"),
        ("zero.pdf", "no regular file"),
        ("a.pdf", "cannot read it"),
        ("cv.md/inner.pdf", "cannot read it"),
        ("nothing.pdf", "no such file"),
    ] {
        for verb in ["check", "parse"] {
            is_error(name, &run(&[verb, name], folder.path()), words);
        }
    }
    is_error("folder.pdf", &run(&["parse", "folder.pdf"], folder.path()), "this is a folder");
    is_error(
        "folder.pdf",
        &run(&["check", "folder.pdf"], folder.path()),
        "no resume in this folder",
    );
    // A folder is searched past all of them.
    let all = run(&["check", ".", "-f", "json", "--fail-on", "never"], folder.path());
    assert_eq!((all.code, all.out.matches("\"findings\"").count()), (0, 1), "{}", all.err);
}

#[test]
fn a_file_without_permission_is_an_error() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cv.md");
    fs::write(&path, "# Ann Aldane\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads everything; the other kinds of unreadable files are tested above.
    if fs::read(&path).is_err() {
        is_error("cv.md", &run(&["check", "cv.md"], folder.path()), "permission denied");
    }
}

#[test]
fn files_of_the_system_and_files_that_grow_end() {
    let folder = tempfile::tempdir().unwrap();
    if Path::new("/proc/self/status").exists() {
        is_error(
            "/proc/self/status",
            &run(&["check", "/proc/self/status"], folder.path()),
            "empty",
        );
    }
    let path = folder.path().join("log.txt");
    fs::write(&path, "Ann Aldane\n").unwrap();
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            use std::io::Write;
            let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
            let lines = "a line more\n".repeat(4_000);
            for _ in 0..2_000 {
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
                file.write_all(lines.as_bytes()).unwrap();
            }
        });
        let ran = run(&["check", "log.txt", "-f", "json", "--fail-on", "never"], folder.path());
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        match ran.code {
            0 => assert!(ran.out.contains("\"findings\"")),
            _ => is_error("log.txt", &ran, "limit 20 MB"),
        }
    });
}

#[test]
fn a_reader_who_leaves_is_no_fault() {
    let mut child = command(&["check", "examples", "--fail-on", "never"], &root());
    let mut child = child.stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("error"));
}

#[test]
fn only_the_output_is_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(root().join("examples/mid-tran.pdf"), folder.path().join("cv.pdf")).unwrap();
    let output = command(&["parse", "cv.pdf", "--format", "yaml", "-o", "out.yaml"], folder.path())
        .output()
        .unwrap();
    assert!(output.status.success());
    assert_eq!(listing(folder.path()), ["cv.pdf", "out.yaml"]);
    // A failure leaves an older output as it was.
    fs::write(folder.path().join("out.yaml"), "old").unwrap();
    fs::write(folder.path().join("bad.pdf"), "%PDF-1.7\nnoise").unwrap();
    let output = command(&["parse", "bad.pdf", "-o", "out.yaml"], folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("out.yaml")).unwrap(), "old");
    assert_eq!(listing(folder.path()), ["bad.pdf", "cv.pdf", "out.yaml"]);
}
