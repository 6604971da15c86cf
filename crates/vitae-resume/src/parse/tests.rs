//! Layouts of our own, read from text and Markdown, and what must hold for any text.

use super::parse;
use crate::{Parsed, Work};
use proptest::prelude::*;
use vitae_document::{Document, DocumentBuilder, Format, LineRole, NewLine, Style};
use vitae_pack::{Pack, SectionKind};
use vitae_text::TextRange;

fn document(text: &str, format: Format) -> Document {
    vitae_read::read(text.as_bytes(), format, &vitae_read::Limits::default()).unwrap()
}

fn read(text: &str) -> Parsed {
    parse(&document(text, Format::Text), Pack::builtin())
}

fn role(work: &Work) -> [&str; 5] {
    [&work.position, &work.name, &work.location, &work.start_date, &work.end_date]
}

/// The roles of a resume around `lines`.
fn work(lines: &str) -> Vec<Work> {
    let top = "Noor Vantongeren\nnoor@example.com\n\nEXPERIENCE\n\n";
    read(&format!("{top}{lines}\n\nSKILLS\n\nGo, SQL\n")).resume.work
}

#[test]
fn headings_may_stand_beside_what_they_head() {
    let text = "<table><tr><td colspan=2><h1>Maren Oakhollow</h1>maren@example.com</td></tr>\
        <tr><td><b>Experience</b></td><td><b>Software Engineer</b>, Pinecone Freight, Bend, CO<br>\
        Jan 2020 - Present<br>&bull; Cut costs by 30%<br>&bull; Wrote the billing</td></tr>\
        <tr><td><b>Education</b></td><td>BSc in Physics, Cascadia University<br>2012 - 2016</td></tr>\
        <tr><td><b>Skills</b></td><td>Go, Kafka</td></tr></table>";
    let resume = parse(&document(text, Format::Html), Pack::builtin()).resume;
    let expected = ["Software Engineer", "Pinecone Freight", "Bend, CO", "2020-01", ""];
    assert_eq!(resume.work.iter().map(role).collect::<Vec<_>>(), [expected]);
    assert_eq!(resume.work[0].highlights.len(), 2);
    assert_eq!(resume.education[0].institution, "Cascadia University");
    assert_eq!(resume.skills.len(), 1);
}

#[test]
fn first_and_last_days_may_have_columns_of_their_own() {
    let text = "<h1>Maren Oakhollow</h1><h2>Experience</h2><table>\
        <tr><td>Engineer</td><td>Tidewater Labs</td><td>Jan 2020</td><td>Present</td></tr>\
        <tr><td>Developer</td><td>Pinecone LLC</td><td>Mar 2016</td><td>Dec 2019</td></tr></table>";
    let resume = parse(&document(text, Format::Html), Pack::builtin()).resume;
    let dates: Vec<_> =
        resume.work.iter().map(|work| [&*work.start_date, &*work.end_date]).collect();
    assert_eq!(dates, [["2020-01", ""], ["2016-03", "2019-12"]]);
}

#[test]
fn headings_of_several_names_are_the_strongest() {
    let text = "Noor Vantongeren\nnoor@example.com\n\nLEADERSHIP & DATABASE EXPERIENCE\n\n\
        Engineer, Tidewater Labs, Jan 2020 - Present\n- Cut costs\n\nSKILLS\n\nGo, SQL\n";
    let parsed = read(text);
    assert_eq!(parsed.resume.work.len(), 1);
    assert!(parsed.resume.volunteer.is_empty());
}

#[test]
fn an_unheaded_summary_ends_where_its_paragraph_ends() {
    // A line of the contact block that wraps had become the end of the summary.
    let text = "Noor Vantongeren\nBackend Engineer\n\nEngineer with nine years in payments, who \
        has worked with Kafka,\nRedis and Go.\n\nnoor@example.com\nOld No. 7, New No. 15,\n\
        Kutchery Lane, Chennai\n600004\n\nEXPERIENCE\n\nEngineer, Tidewater Labs, Jan 2020 - \
        Present\n- Cut costs\n";
    let mut document = document(text, Format::Text);
    for line in &mut document.lines {
        line.opens_block &= !line.range.of(text).starts_with(['R', 'K']);
    }
    let resume = parse(&document, Pack::builtin()).resume;
    let summary = "Engineer with nine years in payments, who has worked with Kafka, Redis and Go.";
    assert_eq!(resume.basics.summary, summary);
}

#[test]
fn title_above_employer_with_dates_at_the_right() {
    let roles = work(
        "\
Platform Engineer                       Mar 2021 - Present
Quillmark Systems Ltd, Leeds
- Moved billing to queues
Junior Developer                        Jan 2019 - Feb 2021
Tarn & Fell, Inc., Austin, TX
- Kept the lights on",
    );
    assert_eq!(
        role(&roles[0]),
        ["Platform Engineer", "Quillmark Systems Ltd", "Leeds", "2021-03", ""]
    );
    let second = ["Junior Developer", "Tarn & Fell, Inc.", "Austin, TX", "2019-01", "2021-02"];
    assert_eq!(role(&roles[1]), second);
    assert_eq!(roles[1].highlights, ["Kept the lights on"]);
}

#[test]
fn employer_above_title_decided_by_the_section() {
    let roles = work(
        "\
Quillmark                               2021.03 - Present
Keeper of Queues                                    Leeds
- Moved billing to queues
Tarn & Fell GmbH                        2019.01 - 2021.02
Software Engineer                                    Bonn
- Kept the lights on",
    );
    assert_eq!(role(&roles[0]), ["Keeper of Queues", "Quillmark", "Leeds", "2021-03", ""]);
    let second = ["Software Engineer", "Tarn & Fell GmbH", "Bonn", "2019-01", "2021-02"];
    assert_eq!(role(&roles[1]), second);
}

#[test]
fn one_line_with_separators() {
    for line in [
        "Data Engineer, Quillmark Labs - Leeds (03/2021 - 02/2022)",
        "Data Engineer at Quillmark Labs (Leeds)      03/2021 - 02/2022",
        "Quillmark Labs | Data Engineer | 03/2021 - 02/2022 | Leeds",
        "03/2021 - 02/2022: Data Engineer, Quillmark Labs, Leeds",
        "Data Engineer · Quillmark Labs · Leeds · 03/2021 – 02/2022",
    ] {
        let roles = work(&format!("{line}\n- Moved billing to queues"));
        assert_eq!(roles.len(), 1, "{line}");
        let expected = ["Data Engineer", "Quillmark Labs", "Leeds", "2021-03", "2022-02"];
        assert_eq!(role(&roles[0]), expected, "{line}");
    }
}

#[test]
fn unknown_names_between_commas_are_employer_and_then_place() {
    let roles = work(
        "\
Engineer, Vlechtwerk, Zierikhoven (02.2017 - 08.2021)
- Built matching
Developer, Omroep Zuid, Kwartelbeek (09.2014 - 01.2017)
- Kept the archive",
    );
    assert_eq!(role(&roles[0]), ["Engineer", "Vlechtwerk", "Zierikhoven", "2017-02", "2021-08"]);
    assert_eq!(role(&roles[1])[1..3], ["Omroep Zuid", "Kwartelbeek"]);
}

#[test]
fn a_date_rail_at_the_left_and_dates_on_their_own_line() {
    let roles = work(
        "\
04/2020 - today       Backend Engineer
                      Wellenbrecher GmbH, Kiel
- Built the event store
10/2016 - 03/2020     Software Engineer
                      Salzwiese AG, Halle (Saale)
- Wrote parsers",
    );
    assert_eq!(role(&roles[0]), ["Backend Engineer", "Wellenbrecher GmbH", "Kiel", "2020-04", ""]);
    assert_eq!(roles[1].location, "Halle (Saale)");
    let roles = work(
        "\
Salzwiese Pvt. Ltd., Pune
Software Engineer II
09/2023 - Till date
- Wrote parsers
Salzwiese Pvt. Ltd., Pune
Software Engineer I
08/2021 - 08/2023
- Tested parsers",
    );
    let first = ["Software Engineer II", "Salzwiese Pvt. Ltd.", "Pune", "2023-09", ""];
    assert_eq!(role(&roles[0]), first);
    assert_eq!(roles[1].position, "Software Engineer I");
}

#[test]
fn roles_under_one_employer() {
    let roles = work(
        "\
Heronsgate Health, Portland, OR               2016-2023
Staff Engineer                                2020-2023
- Set the data standard
Senior Engineer                               2016-2020
- Rebuilt the queue
Mossy Tools, Tacoma, WA
Developer                                     2014-2016
- Wrote drivers",
    );
    let named: Vec<_> =
        roles.iter().map(|one| [&*one.position, &one.name, &one.start_date]).collect();
    let expected = [
        ["Staff Engineer", "Heronsgate Health", "2020"],
        ["Senior Engineer", "Heronsgate Health", "2016"],
        ["Developer", "Mossy Tools", "2014"],
    ];
    assert_eq!(named, expected);
    assert_eq!(roles[1].location, "Portland, OR");
}

#[test]
fn durations_beside_dates_are_no_field() {
    let roles = work(
        "\
Fjordline Systems
4 yrs 2 mos

Senior Engineer
Jan 2021 - Present (2 yrs 10 mos)
Bergen, Norway

Software Engineer
Sep 2019 - Dec 2020 (1 yr 4 mos)
Bergen, Norway

Harbour & Sons
Software Developer
Mar 2016 - Aug 2019 (3 yrs 6 mos)
Oslo, Norway",
    );
    let names: Vec<_> = roles.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Fjordline Systems", "Fjordline Systems", "Harbour & Sons"]);
    assert!(roles.iter().all(|one| one.summary.is_empty()), "{roles:?}");
}

#[test]
fn a_paragraph_is_summary_and_a_wrapped_bullet_is_one() {
    let roles = work(
        "\
Principal Engineer, Oakfield Bank - London
April 2018 to present
Responsible for the platform group of 30 engineers.
* Defined the service template that is used by 120 teams in four countries and
  by two partner banks
* Retired the mainframe gateway
Stack: Go, Kafka, PostgreSQL",
    );
    let summary =
        "Responsible for the platform group of 30 engineers.\nStack: Go, Kafka, PostgreSQL";
    assert_eq!(roles[0].summary, summary);
    assert_eq!(roles[0].highlights.len(), 2);
    assert!(roles[0].highlights[0].ends_with("in four countries and by two partner banks"));
}

#[test]
fn seasons_give_the_year_and_keep_their_print() {
    let parsed = read(
        "Noor Vantongeren\n\nEXPERIENCE\n\nEngineering Intern, Quillmark Labs     Summer 2024\n- Wrote a cache\n",
    );
    let work = &parsed.resume.work[0];
    assert_eq!((work.start_date.as_str(), work.end_date.as_str()), ("2024", "2024"));
    let source = parsed.sources.get("/work/0/startDate").unwrap();
    assert_eq!(source.printed.as_deref(), Some("Summer 2024"));
}

#[test]
fn the_name_is_not_the_title_nor_what_follows_it() {
    for (top, name, label) in [
        (
            "CURRICULUM VITAE\n\nDr. Marisol van der Meer, PhD (she/her)\nStaff Backend Engineer",
            "Marisol van der Meer",
            "Staff Backend Engineer",
        ),
        (
            "Résumé\nJ. P. d'Arcy-Nkemelu\nSoftware Engineer",
            "J. P. d'Arcy-Nkemelu",
            "Software Engineer",
        ),
        ("Odalys\nBackend Engineer", "Odalys", "Backend Engineer"),
        ("Kenji Watanabe 渡辺健二\nエンジニア", "Kenji Watanabe 渡辺健二", "エンジニア"),
        ("QUENTIN ABARA\nSenior Engineer", "QUENTIN ABARA", "Senior Engineer"),
    ] {
        let parsed =
            read(&format!("{top}\nnn@example.com | +44 131 496 0000\n\nSKILLS\n\nGo, SQL\n"));
        let basics = &parsed.resume.basics;
        assert_eq!((basics.name.as_str(), basics.label.as_str()), (name, label), "{top}");
        assert_eq!(basics.email, "nn@example.com");
    }
}

#[test]
fn education_in_both_orders_with_grades_and_courses() {
    let parsed = read(
        "\
Noor Vantongeren

EDUCATION

Calder State University                         Aug 2017 - May 2021
B.S., Computer Science · GPA 3.71
Coursework: Operating Systems, Compilers

SKILLS

Go, SQL
",
    );
    let one = &parsed.resume.education[0];
    let fields = [&*one.institution, &one.study_type, &one.area, &one.score, &one.end_date];
    let expected = ["Calder State University", "B.S.", "Computer Science", "3.71", "2021-05"];
    assert_eq!(fields, expected);
    assert_eq!(one.courses, ["Operating Systems", "Compilers"]);
    let parsed = read(
        "\
Noor Vantongeren

EDUCATION

BSc (Hons) in Geology, University of Calder, 2014
MSc Hydrology, Technische Hochschule Kiel, 2016
",
    );
    let list = &parsed.resume.education;
    let fields: Vec<_> =
        list.iter().map(|one| [&*one.study_type, &one.institution, &one.end_date]).collect();
    let expected = [
        ["BSc (Hons)", "University of Calder", "2014"],
        ["MSc", "Technische Hochschule Kiel", "2016"],
    ];
    assert_eq!(fields, expected);
    assert!(list[0].start_date.is_empty());
}

#[test]
fn skills_in_every_form() {
    for lines in [
        "Languages: Go, C++\nData: Kafka, PostgreSQL",
        "Languages     | Go, C++\nData          | Kafka, PostgreSQL",
        "Languages      Go · C++\nData           Kafka · PostgreSQL",
        "- Languages: Go, C++\n- Data: Kafka, PostgreSQL",
        "Languages - Go, C++\nData - Kafka, PostgreSQL",
        "Languages:\n- Go\n- C++\nData:\n- Kafka\n- PostgreSQL",
    ] {
        let parsed =
            read(&format!("Noor Vantongeren\n\nSKILLS\n\n{lines}\n\nINTERESTS\n\nChess, Rowing\n"));
        let skills = &parsed.resume.skills;
        let groups: Vec<_> =
            skills.iter().map(|one| (&*one.name, one.keywords.join(";"))).collect();
        let expected =
            [("Languages", "Go;C++".to_owned()), ("Data", "Kafka;PostgreSQL".to_owned())];
        assert_eq!(groups, expected, "{lines}");
        assert_eq!(parsed.resume.interests.len(), 2);
    }
}

#[test]
fn what_stands_under_a_heading_decides_where_its_words_do_not() {
    let parsed = read(
        "\
Noor Vantongeren

CAREER SUMMARY

Platform Engineer, Quillmark Ltd     2019 - 2023
- Built queues

QUALIFICATIONS

BSc in Geology     2010 - 2014
University of Calder

INTERESTS

Chess
",
    );
    assert_eq!((parsed.resume.work.len(), parsed.resume.education.len()), (1, 1));
    assert!(parsed.resume.basics.summary.is_empty());
}

#[test]
fn lists_of_facts() {
    let text = "\
# Noor Vantongeren

## Certifications

- Cloud Operator – Level 2, Cloud House (02/2024)

## Talks

- “Queues, Slowly”, Moor Conf, 2023

## Awards

- Second place, Moor Hack, 2022

## Languages

Danish (native), English (Professional (C1))

## Projects

**[ratelimit](https://git.example.org/noor/ratelimit)** — token bucket for Java

**pgdoctor** — finds slow queries

- Parses logs
";
    let parsed = parse(&document(text, Format::Markdown), Pack::builtin());
    let resume = &parsed.resume;
    let certificate = &resume.certificates[0];
    let fields = [&*certificate.name, &certificate.issuer, &certificate.date];
    assert_eq!(fields, ["Cloud Operator – Level 2", "Cloud House", "2024-02"]);
    let talk = &resume.publications[0];
    assert_eq!([&*talk.name, &talk.publisher], ["Queues, Slowly", "Moor Conf"]);
    assert_eq!(
        [&*resume.awards[0].title, &resume.awards[0].awarder],
        ["Second place", "Moor Hack"]
    );
    assert_eq!(resume.languages[1].fluency, "Professional (C1)");
    assert_eq!(resume.projects.len(), 2);
    assert_eq!(resume.projects[0].url, "https://git.example.org/noor/ratelimit");
    assert_eq!(resume.projects[1].highlights, ["Parses logs"]);
}

#[test]
fn personal_data_is_named_and_left_over() {
    let parsed = read(
        "Noor Vantongeren\nSoftware Engineer\nDate of birth: 14.02.1991\n\nSKILLS\n\nGo, SQL\n",
    );
    assert!(parsed.sections.iter().any(|section| section.kind == SectionKind::Personal));
    assert_eq!(parsed.leftovers.len(), 1);
}

/// Ranges lie on characters of the text, and every line is a field, a heading, a leftover, or was
/// understood as a label.
fn check(document: &Document, parsed: &Parsed) {
    let text = &document.text;
    let fits = |range: TextRange| text.get(range.std()).is_some();
    for (pointer, source) in parsed.sources.iter() {
        assert!(source.ranges.iter().all(|range| fits(*range)), "{pointer} {source:?}");
    }
    assert!(parsed.sections.iter().all(|section| fits(section.heading) && fits(section.body)));
    assert!(parsed.leftovers.iter().all(|leftover| fits(leftover.range)));
}

/// Lines of words that mean something to the parser, in any order.
fn resume_like() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Experience",
        "Education",
        "Skills:",
        "Engineer",
        "Ltd",
        "Inc.",
        "2019",
        "2020 –",
        "- ",
        "• ",
        "Present",
        "(",
        ")",
        ",",
        " | ",
        "\t",
        "   ",
        "B.Sc.",
        "University",
        "at",
        "Mar 2021",
        "–",
        "“",
        "”",
        "@",
        "a@b.example",
        "Leeds",
        "渡辺",
        "\n",
        "\n\n",
        "\n  ",
        "Languages",
        "Go",
        "GPA 3.9",
        ":",
        "·",
        "http://x.example/y",
        "ex-",
        "net",
    ]);
    prop::collection::vec(words, 0..60).prop_map(|words| format!("Noor {}", words.join(" ")))
}

proptest! {
    #[test]
    fn any_text_is_parsed_without_panic(text in "[a-z]\\PC{0,300}") {
        let document = document(&text, Format::Text);
        check(&document, &parse(&document, Pack::builtin()));
    }

    #[test]
    fn resume_words_in_any_order_are_parsed(text in resume_like()) {
        for format in [Format::Text, Format::Markdown] {
            let document = document(&text, format);
            check(&document, &parse(&document, Pack::builtin()));
        }
    }

    #[test]
    fn odd_documents_are_parsed(
        lines in prop::collection::vec((resume_like(), 0u8..6, any::<bool>(), 0u16..3), 0..12)
    ) {
        let mut builder = DocumentBuilder::new(Format::Pdf, 0);
        builder.begin_page(595.0, 842.0);
        for (text, role, bold, region) in &lines {
            let role = match role {
                0 => LineRole::Heading(2),
                1 => LineRole::Item(1),
                2 => LineRole::Cell { table: 0, row: 1, column: *region },
                _ => LineRole::Text,
            };
            let continues = *bold && *region == 1;
            builder.begin_line(NewLine { role, continues, region: *region, ..NewLine::default() });
            builder.push(text, Style { bold: *bold, size: 10.0, ..Style::default() }, None);
        }
        let document = builder.finish();
        check(&document, &parse(&document, Pack::builtin()));
    }

    #[test]
    fn every_line_is_a_field_a_heading_or_left_over(text in resume_like()) {
        let document = document(&text, Format::Text);
        let parsed = parse(&document, Pack::builtin());
        let mut known: Vec<TextRange> = parsed.leftovers.iter().map(|one| one.range).collect();
        known.extend(parsed.sources.iter().flat_map(|(_, source)| source.ranges.iter().copied()));
        known.extend(parsed.sections.iter().map(|section| section.heading));
        for line in &document.lines {
            let words = document.line_text(line).split_whitespace();
            let plain = words.clone().all(|word| word.chars().all(char::is_alphabetic));
            // Marks and labels may be understood without being a field.
            if plain && words.count() >= 3 {
                prop_assert!(known.iter().any(|range| range.overlaps(line.range)), "{:?}", document.line_text(line));
            }
        }
    }
}
