//! Suppressions and waivers: comments, settings, their reasons, and what they never do to the score.

use crate::run::{Ran, vitae_in};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

fn resume(bullet: &str) -> String {
    format!(
        "# Robin Aldane\n\nrobin@example.com\n\n## Experience\n\n### Engineer, Cedar Freight (Mar 2021 – \
         Present)\n\n{bullet}\n- Wrote runbooks for three services\n\n## Skills\n\nGo, Java\n"
    )
}

fn folder(text: &str, settings: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cv.md"), text).unwrap();
    fs::write(folder.path().join("vitae.toml"), settings).unwrap();
    folder
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err))
}

fn check(text: &str, settings: &str) -> Value {
    json(&vitae_in(folder(text, settings).path(), &["check", "cv.md", "-f", "json"]))
}

fn has(report: &Value, code: &str) -> bool {
    report["findings"].as_array().unwrap().iter().any(|finding| finding["code"] == code)
}

const SLIP: &str = "- Rebuilt the the parcel router in Java";

#[test]
fn a_comment_suppresses_with_its_reason_and_the_score_stays() {
    let plain = check(&resume(SLIP), "");
    assert!(has(&plain, "LNG005"));
    for bullet in [
        format!("<!-- vitae: allow LNG005 a name -->\n{SLIP}"),
        format!("{SLIP} <!-- vitae: allow doubled-word a name -->"),
    ] {
        let report = check(&resume(&bullet), "");
        assert!(!has(&report, "LNG005") && !has(&report, "FIL090"), "{bullet}");
        let suppressed = &report["suppressed"][0];
        assert_eq!(suppressed["finding"]["code"], "LNG005");
        assert_eq!(
            (&suppressed["reason"], &suppressed["by"]),
            (&"a name".into(), &"comment".into())
        );
        assert_eq!(report["score"], plain["score"]);
    }
    let ran = vitae_in(
        folder(&resume(&format!("<!-- vitae: allow LNG005 a name -->\n{SLIP}")), "").path(),
        &["check", "cv.md"],
    );
    assert!(ran.out.contains("suppressed: LNG005 doubled-word on line 10 (a name)"), "{}", ran.out);
}

#[test]
fn a_comment_works_in_yaml_and_latex() {
    let yaml = "basics: {name: Robin Aldane}\nwork:\n  - name: Cedar\n    position: Engineer\n    highlights:\n      \
                # vitae: allow LNG005 a name\n      - Rebuilt the the router in Java\n      - Moved the the \
                labels to Kafka\n";
    let tex = "\\documentclass{article}\n\\begin{document}\n\\section*{Robin Aldane}\n\\section{Experience}\n\
               \\textbf{Engineer}, Cedar \\hfill Mar 2021 -- Present\n\\begin{itemize}\n% vitae: allow LNG005 a \
               name\n\\item Rebuilt the the router in Java\n\\item Moved the the labels to \
               Kafka\n\\end{itemize}\n\\end{document}\n";
    for (name, text) in [("cv.yaml", yaml), ("cv.tex", tex)] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), text).unwrap();
        let report = json(&vitae_in(folder.path(), &["check", name, "-f", "json"]));
        let suppressed = report["suppressed"].as_array().unwrap();
        assert_eq!(suppressed.len(), 1, "{name}: {report:#}");
        assert_eq!(suppressed[0]["reason"], "a name", "{name}");
        assert!(has(&report, "LNG005"), "{name}: the other one is still there");
    }
}

#[test]
fn unused_suppressions_are_findings_without_weight() {
    let plain = check(&resume("- Rebuilt the parcel router in Java"), "");
    let text = resume("<!-- vitae: allow LNG005 a name -->\n- Rebuilt the parcel router in Java");
    let report = check(&text, "");
    assert!(has(&report, "FIL090"));
    assert_eq!(report["score"], plain["score"]);
}

#[test]
fn settings_suppress_with_a_reason() {
    let settings = "ignore = [{ rule = \"LNG005\", reason = \"house style\" }]\n";
    let report = check(&resume(SLIP), settings);
    assert!(!has(&report, "LNG005"));
    let suppressed = &report["suppressed"][0];
    assert_eq!(
        (&suppressed["reason"], &suppressed["by"]),
        (&"house style".into(), &"settings".into())
    );
    assert_eq!(report["score"], check(&resume(SLIP), "")["score"]);
}

#[test]
fn a_waiver_stops_questions_for_figures_and_is_worth_less_than_one() {
    let vague = "- Built a high-traffic label service in Java, which ended manual printing";
    let plain = check(&resume(vague), "");
    assert!(has(&plain, "MET004"));
    let honest =
        vague.replace("a high-traffic label service", "a label service for 900 requests a second");
    let honest = check(&resume(&honest), "");
    let total = |report: &Value| report["score"]["total"].as_f64().unwrap();
    let comment = format!("<!-- vitae: no-figures under contract -->\n{vague}");
    let settings = "[[waiver]]\ntext = \"label service in Java\"\nreason = \"under contract\"\n";
    for (report, by) in
        [(check(&resume(&comment), ""), "comment"), (check(&resume(vague), settings), "settings")]
    {
        assert!(!has(&report, "MET004") && !has(&report, "FIL090"));
        assert_eq!(report["waived"][0]["reason"], "under contract");
        assert_eq!(report["waived"][0]["by"], by);
        assert!(total(&report) >= total(&plain) && total(&report) <= total(&honest));
    }
}

#[test]
fn a_waiver_of_no_bullet_is_told() {
    let settings = "[[waiver]]\ntext = \"a service that is gone\"\nreason = \"under contract\"\n";
    let folder = folder(&resume(SLIP), settings);
    let ran = vitae_in(folder.path(), &["check", "cv.md", "-f", "json"]);
    assert!(ran.err.contains("names no bullet: `a service that is gone`"), "{}", ran.err);
}
