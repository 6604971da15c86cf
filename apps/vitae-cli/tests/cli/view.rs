//! `vitae parse` as a table on any terminal, as a layout, and as a page that is written whole or not.

use crate::run::{command, root, vitae, vitae_in, vitae_with};
use serde_json::Value;
use std::fs;
use unicode_width::UnicodeWidthStr;

const EXAMPLE: &str = "examples/mid-tran.pdf";
const KOREAN: &str = "fixtures/resumes/hayul.plain.txt";

#[test]
fn a_page_is_the_same_bytes_each_time_and_needs_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("seen.html");
    let out = file.to_str().unwrap();
    let ran = vitae(&["parse", EXAMPLE, "--view", out]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(ran.err.contains("open it in a browser"), "{}", ran.err);
    let page = fs::read_to_string(&file).unwrap();
    assert_eq!(vitae(&["parse", EXAMPLE, "--view", "-"]).out, page);
    for foreign in ["http-equiv=\"refresh\"", "src=", "@import", "url(", "<link", "<iframe"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn a_page_that_cannot_be_made_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("seen.html");
    fs::write(&page, "old").unwrap();
    let out = page.to_str().unwrap();
    let broken = vitae(&["parse", "fixtures/documents/noise.pdf", "--view", out]);
    assert_eq!(broken.code, 2);
    assert_eq!(fs::read_to_string(&page).unwrap(), "old");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays");
    let resume = folder.path().join("cv.md");
    fs::copy(root().join("examples/mid-tran.md"), &resume).unwrap();
    let itself = vitae_in(folder.path(), &["parse", "cv.md", "--view", "cv.md"]);
    assert!(itself.code == 2 && itself.err.contains("the resume itself"), "{}", itself.err);
    let nowhere = vitae(&["parse", EXAMPLE, "--view", "no/such/folder/seen.html"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("cannot write there"), "{}", nowhere.err);
}

#[test]
fn a_page_and_data_come_from_one_call() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("seen.html");
    let ran = vitae(&["parse", EXAMPLE, "--view", page.to_str().unwrap(), "-f", "json-resume"]);
    assert!(serde_json::from_str::<Value>(&ran.out).is_ok());
    assert!(fs::read_to_string(page).unwrap().ends_with("</html>\n"));
}

#[test]
fn every_kind_of_file_has_a_page_and_a_layout() {
    for file in [
        EXAMPLE,
        KOREAN,
        "examples/staff-halushchak.docx",
        "examples/entry-omeally.md",
        "examples/senior-karamouzi.yaml",
        "fixtures/resumes/aparajita.html.html",
        "fixtures/documents/image-only.pdf",
        "fixtures/documents/empty-object.json",
    ] {
        if !root().join(file).exists() {
            continue;
        }
        let page = vitae(&["parse", file, "--view", "-"]);
        assert!(page.code == 0 && page.out.ends_with("</html>\n"), "{file}: {}", page.err);
        let layout = vitae(&["parse", file, "-f", "layout"]).out;
        let layout: Value = serde_json::from_str(&layout).unwrap();
        assert_eq!(layout["layout"], 1, "{file}");
    }
}

#[test]
fn the_table_fits_and_colour_only_repeats_what_words_say() {
    for file in [EXAMPLE, KOREAN] {
        let plain = vitae(&["parse", file]).out;
        let wide = plain.lines().find(|line| line.width() > 80);
        assert!(wide.is_none(), "{wide:?}");
        assert!(!plain.contains('\u{1b}'));
        let colored = vitae(&["parse", file, "--color", "always"]).out;
        let mut bare = String::new();
        for (index, part) in colored.split('\u{1b}').enumerate() {
            bare.push_str(if index == 0 { part } else { part.split_once('m').unwrap().1 });
        }
        assert_eq!(bare, plain);
    }
    let mut quiet = command(&["parse", EXAMPLE], &root());
    let ran = quiet.env("NO_COLOR", "1").output().unwrap();
    assert!(!String::from_utf8(ran.stdout).unwrap().contains('\u{1b}'));
}

#[test]
fn doubts_have_a_sign_a_word_and_a_reason_and_leftovers_their_line() {
    let text = "Quellmoor\n\nwww\n\nExperience\n\nAlpha Beta, Gamma Delta, 2019 - 2021\n- Built a mill\n\n\
                Zorgon\n\nqq zz yy xx\n";
    let ran = vitae_with(text.as_bytes(), &["parse", "-", "--stdin-name", "cv.txt"]);
    let doubtful: Vec<&str> = ran.out.lines().filter(|line| line.contains("? doubtful")).collect();
    assert!(!doubtful.is_empty() && doubtful.iter().all(|line| line.contains(": ")), "{}", ran.out);
    assert!(ran.out.contains("left without a place"), "{}", ran.out);
}
