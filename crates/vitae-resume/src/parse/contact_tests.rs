//! Contact blocks and what must come out of them.

use super::{Contact, Piece, find_contact};
use proptest::prelude::*;
use vitae_document::{Document, DocumentBuilder, Format, NewLine, Style};
use vitae_pack::Pack;

fn document(text: &str, links: &[(&str, &str)]) -> Document {
    let mut builder = DocumentBuilder::new(Format::Text, text.len());
    for line in text.lines() {
        builder.begin_line(NewLine::default());
        let range = builder.push(line, Style::default(), None);
        for (visible, uri) in links {
            if let Some(at) = line.find(visible) {
                let at = range.start + at as u32;
                let end = at + visible.len() as u32;
                builder.link(vitae_text::TextRange::new(at, end), *uri);
            }
        }
    }
    builder.finish()
}

fn contact(text: &str, links: &[(&str, &str)]) -> Contact {
    let document = document(text, links);
    find_contact(&document, Pack::builtin(), std::slice::from_ref(&(0..document.lines.len())))
}

fn value(piece: &Option<Piece>) -> &str {
    piece.as_ref().map_or("", |piece| &piece.value)
}

#[test]
fn a_line_with_bars_gives_all_pieces() {
    let text = "Jo Doe\nEngineer\njo@example.com | +49 30 23125 417 | Ahornweg 11a, 04275 Leipzig\n\
                jo.example.com | gitlab.example.org/jodoe | social.example.net/@jo";
    let found = contact(text, &[]);
    assert_eq!(found.emails[0].value, "jo@example.com");
    assert_eq!(found.phones[0].value, "+49 30 23125 417");
    assert_eq!(value(&found.url), "https://jo.example.com");
    let profiles: Vec<_> =
        found.profiles.iter().map(|p| (p.network.as_str(), p.username.as_str())).collect();
    assert_eq!(profiles, [("GitLab", "jodoe"), ("Mastodon", "jo")]);
    assert_eq!(value(&found.address), "Ahornweg 11a");
    assert_eq!((value(&found.postal_code), value(&found.city)), ("04275", "Leipzig"));
}

#[test]
fn places_of_several_countries_come_apart() {
    for (line, city, region, code) in [
        ("2218 E Main Loop, Tucson, AZ 85719", "Tucson", "AZ", "85719"),
        ("8/2 Oak Gardens, Edinburgh EH9 2QT", "Edinburgh", "", "EH9 2QT"),
        ("Rua Alta, 340, apto 1203, Recife – PE, 50030-150", "Recife", "PE", "50030-150"),
        (
            "B-702, Nice Residency, Main Road, Pune 411045, Maharashtra",
            "Pune",
            "Maharashtra",
            "411045",
        ),
        ("Berlin, Germany", "Berlin", "", ""),
    ] {
        let found = contact(&format!("Jo Doe\n{line}"), &[]);
        assert_eq!(value(&found.city), city, "{line}");
        assert_eq!(value(&found.region), region, "{line}");
        assert_eq!(value(&found.postal_code), code, "{line}");
    }
    assert_eq!(value(&contact("Jo\nBerlin, Germany", &[]).country_code), "DE");
}

#[test]
fn links_without_printed_targets_count_once() {
    let links = [
        ("GitHub", "https://github.example.com/jodoe"),
        ("jo.example.com", "https://jo.example.com/"),
        ("Mail", "mailto:jo@example.com?subject=hi"),
        ("Call", "tel:+493023125417"),
    ];
    let found = contact("Jo Doe\nMail | Call | GitHub | jo.example.com", &links);
    assert_eq!(found.emails[0].value, "jo@example.com");
    assert_eq!(found.phones[0].value, "+493023125417");
    assert_eq!(value(&found.url), "https://jo.example.com/");
    assert_eq!(found.profiles.len(), 1);
    assert_eq!(found.profiles[0].username, "jodoe");
}

#[test]
fn labels_go_with_their_value_and_other_numbers_stay() {
    let text = "Jo Doe\nE-Mail: jo@example.com  Tel.: 0117 496 0382\nBorn: 14.02.1991\nID 123456789\n\
                GitHub: jodoe · linkedin/in/jo-doe";
    let document = document(text, &[]);
    let found =
        find_contact(&document, Pack::builtin(), std::slice::from_ref(&(0..document.lines.len())));
    assert_eq!(found.phones.len(), 1);
    let used: Vec<_> = found.consumed.iter().map(|range| range.of(&document.text)).collect();
    assert!(used.contains(&"E-Mail: jo@example.com"), "{used:?}");
    assert!(used.contains(&"Tel.: 0117 496 0382"), "{used:?}");
    let names: Vec<_> = found.profiles.iter().map(|p| p.username.as_str()).collect();
    assert_eq!(names, ["jodoe", "jo-doe"]);
}

#[test]
fn names_of_technologies_are_no_addresses() {
    let found = contact("Jo Doe, B.Sc.\nNode.js and ASP.NET developer, e.g. C# 12.0", &[]);
    assert_eq!((found.url, found.profiles.len(), found.phones.len()), (None, 0, 0));
}

proptest! {
    #[test]
    fn pieces_stay_inside_the_text(text in "[ a-z0-9@.:/|,+()äé\n-]{0,120}") {
        let document = document(&text, &[]);
        let found = find_contact(&document, Pack::builtin(), std::slice::from_ref(&(0..document.lines.len())));
        let ranges = found.emails.iter().chain(&found.phones).chain(&found.city).map(|p| p.range);
        for range in ranges.chain(found.consumed.iter()) {
            prop_assert!(document.text.get(range.std()).is_some());
        }
    }
}

#[test]
fn a_link_over_label_and_number_gives_the_number() {
    let line = "Phone: +44 131 496 0000";
    let found = contact(&format!("Jo Doe\n{line}"), &[(line, "tel:+441314960000")]);
    let phones: Vec<_> = found.phones.iter().map(|phone| phone.value.as_str()).collect();
    assert_eq!(phones, ["+44 131 496 0000"]);
}
