//! Commands that stand for characters: symbols, letters, accents; and the sizes of text.

/// What a command without arguments prints.
pub(super) fn symbol(name: &str) -> Option<&'static str> {
    Some(match name {
        "&" | "%" | "$" | "#" | "_" | "{" | "}" => {
            return ["&", "%", "$", "#", "_", "{", "}"].into_iter().find(|found| *found == name);
        }
        "textbullet" | "bullet" => "•",
        "textperiodcentered" | "cdot" | "cdotp" => "·",
        "textbar" | "vert" | "mid" => "|",
        "textendash" => "–",
        "textemdash" => "—",
        "textasciitilde" | "sim" => "~",
        "textasciicircum" => "^",
        "textbackslash" => "\\",
        "textunderscore" => "_",
        "textquotesingle" => "'",
        "textquoteleft" | "lq" => "‘",
        "textquoteright" | "rq" => "’",
        "textquotedblleft" => "“",
        "textquotedblright" => "”",
        "textless" | "lt" => "<",
        "textgreater" | "gt" => ">",
        "textdollar" => "$",
        "textpercent" => "%",
        "pounds" | "textsterling" => "£",
        "euro" | "texteuro" | "EUR" => "€",
        "textyen" => "¥",
        "ldots" | "dots" | "textellipsis" => "…",
        "copyright" | "textcopyright" => "©",
        "textregistered" => "®",
        "texttrademark" => "™",
        "degree" | "textdegree" | "circ" => "°",
        "times" => "×",
        "pm" => "±",
        "approx" => "≈",
        "leq" | "le" => "≤",
        "geq" | "ge" => "≥",
        "to" | "rightarrow" | "textrightarrow" | "Rightarrow" => "→",
        "mu" | "textmu" => "µ",
        "ss" => "ß",
        "ae" => "æ",
        "AE" => "Æ",
        "oe" => "œ",
        "OE" => "Œ",
        "o" => "ø",
        "O" => "Ø",
        "l" => "ł",
        "L" => "Ł",
        "aa" => "å",
        "AA" => "Å",
        "i" => "ı",
        "j" => "ȷ",
        "dh" => "ð",
        "th" => "þ",
        "LaTeX" => "LaTeX",
        "TeX" => "TeX",
        "slash" => "/",
        _ => return None,
    })
}

/// The combining character of an accent command.
pub(super) fn accent(name: &str) -> Option<char> {
    Some(match name {
        "`" => '\u{300}',
        "'" => '\u{301}',
        "^" => '\u{302}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "u" => '\u{306}',
        "." => '\u{307}',
        "\"" => '\u{308}',
        "r" => '\u{30a}',
        "H" => '\u{30b}',
        "v" => '\u{30c}',
        "d" => '\u{323}',
        "c" => '\u{327}',
        "k" => '\u{328}',
        "b" => '\u{331}',
        _ => return None,
    })
}

/// Base letters, each before itself with the accent. A table of all of Unicode would weigh 11 KB
/// more in a browser; these are the letters that such commands are written for.
fn pairs(accent: char) -> &'static str {
    match accent {
        '\u{300}' => "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹWẀwẁYỲyỳ",
        '\u{301}' => "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵKḰkḱMḾmḿPṔpṕWẂwẃ",
        '\u{302}' => "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑ",
        '\u{303}' => "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽEẼeẽYỸyỹ",
        '\u{304}' => "AĀaāEĒeēIĪiīOŌoōUŪuūYȲyȳGḠgḡ",
        '\u{306}' => "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ",
        '\u{307}' => {
            "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡTṪtṫWẆwẇXẊxẋYẎyẏ"
        }
        '\u{308}' => "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧWẄwẅXẌxẍtẗ",
        '\u{30a}' => "AÅaåUŮuůwẘyẙ",
        '\u{30b}' => "OŐoőUŰuű",
        '\u{30c}' => "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧKǨkǩjǰHȞhȟ",
        '\u{323}' => "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọUỤuụYỴyỵ",
        '\u{327}' => "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ",
        '\u{328}' => "AĄaąEĘeęIĮiįUŲuųOǪoǫ",
        '\u{331}' => "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ",
        _ => "",
    }
}

fn compose(letter: char, accent: char) -> Option<char> {
    let mut pairs = pairs(accent).chars();
    while let (Some(base), Some(one)) = (pairs.next(), pairs.next()) {
        if base == letter {
            return Some(one);
        }
    }
    None
}

/// A letter with its accent, as one character where there is one. `base` is a letter or `\i`.
pub(super) fn accented(base: &str, accent: char) -> String {
    let base = match base.trim() {
        "\\i" | "ı" => "i",
        "\\j" | "ȷ" => "j",
        base => base,
    };
    let mut letters = base.chars();
    let Some(letter) = letters.next() else { return accent.to_string() };
    let mut first = match compose(letter, accent) {
        Some(one) => one.to_string(),
        None => String::from_iter([letter, accent]),
    };
    first.push_str(letters.as_str());
    first
}

/// Size that a declaration sets, for a body of ten points.
pub(super) fn size(name: &str) -> Option<f32> {
    Some(match name {
        "tiny" => 5.0,
        "scriptsize" => 7.0,
        "footnotesize" => 8.0,
        "small" => 9.0,
        "normalsize" => 10.0,
        "large" => 12.0,
        "Large" => 14.4,
        "LARGE" => 17.3,
        "huge" => 20.7,
        "Huge" | "HUGE" => 24.9,
        _ => return None,
    })
}
