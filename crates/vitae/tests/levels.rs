//! The level by evidence over whole resumes: the examples show the level they are written for, in
//! every format; who somebody is moves nothing, filler raises nothing, and years alone decide nothing.
#![allow(clippy::disallowed_methods, reason = "tests read the examples")]

use proptest::prelude::*;
use vitae::report::JudgedLevel;
use vitae::{Input, Level, Options, PartialDate, check};

fn judged(name: &str, bytes: &[u8]) -> JudgedLevel {
    let today = PartialDate::parse_iso("2026-11-15").expect("a date");
    check(&Input::new(bytes, Some(name)), &Options::new(today)).expect("readable").level
}

fn evidence(text: &str) -> Option<Level> {
    judged("resume.md", text.as_bytes()).evidence
}

/// Lines of work of each level, in our own words.
const LINES: [(Level, [&str; 5]); 5] = [
    (
        Level::Entry,
        [
            "Pick up tickets that the team lead prepared for the parcel form",
            "Fixed small bugs in the label page; a senior colleague reviews each change",
            "Wrote unit tests for a converter under the guidance of my mentor",
            "Follow the release checklist and report any step that fails",
            "Shadowed the on-call engineer for a week and took notes",
        ],
    ),
    (
        Level::Mid,
        [
            "Own the parcel quote service in Go: its tables, its nightly job and its alarms",
            "On call every fifth week; traced the Monday outage to a full queue and ended it",
            "Released address checks, which cut returned parcels from 60 to 12 a week",
            "Rebuilt the importer so that one bad file no longer stops the batch",
            "Replaced the home-made scheduler after two missed runs",
        ],
    ),
    (
        Level::Senior,
        [
            "Designed the tracking feed after comparing polling with a log; chose the log, because late scans must be replayable",
            "Led the project of four engineers for nine months, live in all depots",
            "Mentored two engineers, one since promoted",
            "Designed for the failure of the carrier: parcels wait in an outbox",
            "Ran the migration off the monolith without downtime, each step of which could be undone",
        ],
    ),
    (
        Level::Staff,
        [
            "Wrote the standard for service events that nine teams follow",
            "Coordinated the end of the shared database over seven teams: order, freeze dates, fallback",
            "Convene the design council, where teams bring changes that touch others",
            "Created the build templates that new services of all teams start from",
            "Settled the dispute of two teams over addresses with a written proposal",
        ],
    ),
    (
        Level::Principal,
        [
            "Wrote the five-year technology direction that the board adopted",
            "Advised the chief executive against an acquisition, with a risk paper that named its price",
            "Moved capital from upkeep to new work together with the finance director",
            "Gave the audit committee the list of single points of failure, with a date for each",
            "Set with the founders what the company will build and what it will buy",
        ],
    ),
];

fn resume(title: &str, who: &str, lines: &[&str]) -> String {
    let mut text = format!(
        "# {who}\n\nsomeone@example.com\n\n## Experience\n\n### {title}, Harbor Parcel Systems (Mar 2019 – Present)\n\n"
    );
    for line in lines {
        text.push_str(&format!("- {line}\n"));
    }
    text + "\n## Education\n\n### BSc Computer Science, Plains State University (2014 – 2018)\n"
}

#[test]
fn the_examples_show_their_level_in_every_format() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("examples") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let level = Level::ALL.into_iter().find(|level| name.starts_with(level.name()));
        let Some(level) = level else { continue };
        let found = judged(&name, &std::fs::read(&path).expect("bytes"));
        assert_eq!(found.evidence, Some(level), "{name}");
        seen += 1;
    }
    assert_eq!(seen, 20);
}

#[test]
fn lines_show_their_level_and_titles_and_years_do_not() {
    for (level, lines) in LINES {
        for title in ["Software Developer", "Engineer"] {
            let long = resume(title, "Robin Aldane", &lines);
            assert_eq!(evidence(&long), Some(level), "{title}");
            let longer = long.replace("Mar 2019", "Mar 2005");
            assert_eq!(evidence(&longer), Some(level), "{title}, since 2005");
        }
    }
    let [_, (_, mid), ..] = LINES;
    let staff = judged("resume.md", resume("Staff Engineer", "Robin Aldane", &mid).as_bytes());
    assert_eq!((staff.evidence, staff.claimed), (Some(Level::Mid), Some(Level::Staff)));
    assert_eq!(staff.mismatch, vitae::Mismatch::Inflated);
    assert!(staff.next.iter().all(|step| step.level == Level::Staff && !step.shows.is_empty()));
}

#[test]
fn roles_that_cannot_be_read_are_judged_by_their_lines() {
    for (level, lines) in LINES {
        let mut text = "Robin Aldane :: Software Developer\nsomeone@example.com\n\n\
            |> HARBOR PARCEL SYSTEMS | SOFTWARE DEVELOPER | since 2019\n"
            .to_owned();
        for line in lines {
            text.push_str(&format!("  ~ {line}\n"));
        }
        let found = judged("resume.txt", text.as_bytes());
        assert_eq!(found.evidence, Some(level), "{text}");
    }
}

#[test]
fn too_little_text_is_not_judged() {
    let found =
        judged("resume.md", resume("Engineer", "Robin Aldane", &["Ran the queue"]).as_bytes());
    assert_eq!(found.evidence, None);
    assert_eq!(found.dimensions, vitae::report::Dimensions::default());
}

#[test]
fn who_it_is_and_where_never_counts() {
    let changes = [
        ("Robin Aldane", "Ngozi Okonkwo"),
        ("Robin Aldane", "Mrs Mary Miller (she/her)"),
        ("Robin Aldane", "José da Silva"),
        ("Harbor Parcel Systems", "Google"),
        ("Harbor Parcel Systems", "Corner Shop Software"),
        ("Plains State University", "Massachusetts Institute of Technology"),
        ("Plains State University", "Evening College of the Plains"),
        ("someone@example.com", "someone@example.com | Lagos, Nigeria"),
    ];
    for (_, lines) in LINES {
        let base = resume("Software Developer", "Robin Aldane", &lines);
        let level = judged("resume.md", base.as_bytes());
        for (old, new) in changes {
            let changed = judged("resume.md", base.replace(old, new).as_bytes());
            assert_eq!(changed.evidence, level.evidence, "{new}");
            let scores = |level: &JudgedLevel| {
                let all = &level.dimensions;
                [&all.technical, &all.production, &all.ownership, &all.complexity, &all.impact]
                    .map(|dimension| dimension.score)
            };
            assert_eq!(scores(&changed), scores(&level), "{new}");
        }
    }
}

const FILLER: [&str; 6] = [
    "Strategic thinker with excellent communication skills",
    "Responsible for various tasks in a dynamic environment",
    "Passionate about clean code and new technologies",
    "Results-driven team player with a proven track record",
    "Attended meetings and workshops",
    "Worked on different modules of the application",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn filler_and_repetition_never_raise(
        which in 0..5usize,
        filler in proptest::collection::vec(0..FILLER.len(), 1..6),
        again in 0..5usize,
    ) {
        let (level, lines) = LINES[which];
        let mut all = lines.to_vec();
        all.extend(filler.iter().map(|at| FILLER[*at]));
        all.push(lines[again]);
        let found = evidence(&resume("Software Developer", "Robin Aldane", &all));
        prop_assert!(found.is_some() && found <= Some(level), "{found:?}");
    }

    #[test]
    fn one_stray_line_of_a_far_level_never_decides(which in 0..3usize, stray in 0..5usize) {
        let (level, lines) = LINES[which];
        let mut all = lines.to_vec();
        all.push(LINES[4].1[stray]);
        prop_assert_eq!(evidence(&resume("Software Developer", "Robin Aldane", &all)), Some(level));
    }
}
