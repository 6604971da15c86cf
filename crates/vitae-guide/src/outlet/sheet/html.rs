//! A sheet as a page for a browser: one file that loads nothing and runs nothing, to read or to print.

use super::tick_box;
use crate::checklist::State;
use crate::outlet::html::{STYLE, prose};
use crate::sheet::{Card, Mark, Piece, Sheet};
use vitae_report::writing::escape_html as escape;

/// The sheet as HTML.
#[must_use]
pub fn sheet_html(sheet: &Sheet) -> String {
    let narrowed = sheet.file.iter().chain(&sheet.narrowed);
    let narrowed: String = narrowed.map(|it| format!("<li>{}</li>", escape(it))).collect();
    let mut out = head(sheet);
    out.push_str(&format!(
        "<a class=\"skip\" href=\"#content\">skip to the list</a>\n<header>\n<h1>{}</h1>\n<ul \
         class=\"narrowed\">{narrowed}</ul>\n<p class=\"lead\">{}</p>\n</header>\n<div \
         class=\"columns\">\n{}<main id=\"content\" class=\"sheet\">\n",
        escape(sheet.title),
        prose(&sheet.lead),
        contents(sheet),
    ));
    for (at, group) in sheet.groups.iter().enumerate() {
        let cards: String = group.cards.iter().map(|it| card(sheet, it)).collect();
        out.push_str(&format!(
            "<section aria-labelledby=\"g{at}\">\n<h2 id=\"g{at}\">{}</h2>\n<ul \
             class=\"cards\">\n{cards}</ul>\n</section>\n",
            prose(&group.title)
        ));
    }
    out + &format!(
        "</main>\n</div>\n<footer>\n<p>{}</p>\n<p>Written by Vitae {}. This page loads nothing and sends \
         nothing.</p>\n</footer>\n</body>\n</html>\n",
        prose(sheet.closing),
        env!("CARGO_PKG_VERSION")
    )
}

fn head(sheet: &Sheet) -> String {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        env!("GUIDE_STYLE_DIGEST")
    );
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escape(sheet.title),
        escape(sheet.short_name())
    )
}

fn contents(sheet: &Sheet) -> String {
    let links: String = (sheet.groups.iter().enumerate())
        .map(|(at, group)| format!("<li><a href=\"#g{at}\">{}</a></li>\n", prose(&group.title)))
        .collect();
    format!("<nav aria-label=\"contents\">\n<p>Contents</p>\n<ol>\n{links}</ol>\n</nav>\n")
}

fn card(sheet: &Sheet, card: &Card) -> String {
    let (class, mark) = match card.mark {
        Mark::Rank(rank) => ("ranked", format!("<span class=\"mark\">{rank}</span> ")),
        Mark::State(state) => {
            let (class, said) = match state {
                State::Done => ("done", "done"),
                State::Open => ("open", "open"),
                State::Ask => ("ask", "only you can tell"),
            };
            let shown = tick_box(state);
            let mark = format!(
                "<span class=\"mark\" aria-hidden=\"true\">{shown}</span><span \
                 class=\"unseen\">{said}: </span> "
            );
            (class, mark)
        }
        Mark::None => ("plain", String::new()),
    };
    let pieces: String = card.pieces.iter().map(|it| piece(sheet, it)).collect();
    format!("<li class=\"card {class}\">{mark}<div>{pieces}</div></li>\n")
}

fn piece(sheet: &Sheet, piece: &Piece) -> String {
    match piece {
        Piece::Title(title) => format!("<h3>{}</h3>\n", prose(title)),
        Piece::Quote(label, quote) => {
            let label = match label.is_empty() {
                true => String::new(),
                false => format!("{label} · "),
            };
            format!(
                "<figure><blockquote>{}</blockquote><figcaption>{label}{}</figcaption></figure>\n",
                escape(&quote.text),
                escape(&sheet.place(quote))
            )
        }
        Piece::Note(label, text) => {
            format!("<p class=\"note\"><b>{label}</b> {}</p>\n", prose(text))
        }
        Piece::Also(quotes) => {
            format!("<p class=\"note\"><b>see also</b> {}</p>\n", escape(&sheet.places(quotes)))
        }
        Piece::Say(text) => {
            format!("<p class=\"holds\">say</p>\n<p class=\"say\">“{}”</p>\n", prose(text))
        }
        Piece::List(label, items) => {
            let items: String =
                items.iter().map(|item| format!("<li>{}</li>\n", prose(item))).collect();
            format!("<p class=\"holds\">{label}</p>\n<ul class=\"held\">\n{items}</ul>\n")
        }
    }
}
