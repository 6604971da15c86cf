//! What was read comes back: any file as YAML and read again is the same YAML, and JSON Resume comes
//! out as it came in.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read the corpus")]

use std::path::{Path, PathBuf};
use vitae::{Format, Input, parse_resume};

fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["fixtures/resumes", "fixtures/documents", "examples"];
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let mut files: Vec<_> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

#[test]
fn yaml_of_every_file_is_a_fixed_point() {
    let mut read = 0;
    for path in files() {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(first) = parse_resume(&Input::new(&bytes, path.to_str())) else { continue };
        read += 1;
        let yaml = first.parsed.to_yaml();
        // As a file under its own name, so that the format is found out as well.
        let second = parse_resume(&Input::new(yaml.as_bytes(), Some("resume.yaml"))).unwrap();
        // Nothing at all is the same in both languages.
        let wanted = if yaml == "{}\n" { Format::JsonResume } else { Format::Yaml };
        assert_eq!(second.document.format, wanted, "{}", path.display());
        assert_eq!(second.parsed.to_yaml(), yaml, "{}", path.display());
        assert_eq!(
            second.parsed.to_json_resume(),
            first.parsed.to_json_resume(),
            "{}",
            path.display()
        );
    }
    assert!(read > 60, "{read}");
}

#[test]
fn json_resume_comes_out_as_it_came_in() {
    let mut read = 0;
    for path in files() {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(first) = parse_resume(&Input::new(&bytes, path.to_str())) else { continue };
        let json = first.parsed.to_json_resume();
        let second = parse_resume(&Input::new(json.as_bytes(), Some("resume.json"))).unwrap();
        assert_eq!(second.parsed.to_json_resume(), json, "{}", path.display());
        if first.document.format == Format::JsonResume {
            read += 1;
            // `serde_json` writes the same canonical form, and keeps the order of names.
            let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(json, format!("{value:#}\n"), "{}", path.display());
        }
    }
    assert!(read > 1, "{read}");
}
