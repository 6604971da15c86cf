//! Writes `cmaps.bin`: the CMaps that fonts may name without bringing them, for builds that do not
//! contain them. Format: see `vitae_read::CMaps`. Each CMap is checked against the one it was made from.

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::DeflateEncoder};
use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use std::fmt::Write as _;
use std::io::Write as _;

const NAMES: &str = "83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H \
    Add-RKSJ-H Add-RKSJ-V Adobe-CNS1-UCS2 Adobe-GB1-UCS2 Adobe-Japan1-UCS2 Adobe-Korea1-UCS2 B5pc-H \
    B5pc-V CNS-EUC-H CNS-EUC-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V EUC-H EUC-V Ext-RKSJ-H \
    Ext-RKSJ-V GB-EUC-H GB-EUC-V GBK-EUC-H GBK-EUC-V GBK2K-H GBK2K-V GBKp-EUC-H GBKp-EUC-V GBpc-EUC-H \
    GBpc-EUC-V H HKscs-B5-H HKscs-B5-V KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-HW-H KSCms-UHC-HW-V \
    KSCms-UHC-V KSCpc-EUC-H UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V UniGB-UCS2-H \
    UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V UniJIS-UCS2-H UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V \
    UniJIS-UCS2-V UniJIS-UTF16-H UniJIS-UTF16-V UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V V";

/// Writes the file to `path`.
pub(crate) fn write(path: &str) -> Result<()> {
    let codes = codes();
    let mut file = b"vitae-cmaps 1\n".to_vec();
    for name in NAMES.split(' ') {
        let text = cmap(name, &codes).with_context(|| format!("CMap {name}"))?;
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
        packer.write_all(text.as_bytes())?;
        let packed = packer.finish()?;
        file.push(u8::try_from(name.len())?);
        file.extend(u32::try_from(packed.len())?.to_be_bytes());
        file.extend(name.as_bytes());
        file.extend(packed);
    }
    std::fs::write(path, &file)?;
    println!("{path}: {} CMaps, {} KB", NAMES.split(' ').count(), file.len() / 1000);
    Ok(())
}

/// Every code that any of the encodings may use, with its length, rising within a length.
fn codes() -> Vec<(u32, u8)> {
    let mut codes: Vec<(u32, u8)> = (0..=0xFF).map(|code| (code, 1)).collect();
    codes.extend((0..=0xFFFF).map(|code| (code, 2)));
    codes.extend((0x8E_0000..=0x8F_FFFF).map(|code| (code, 3)));
    let mut wide = |a: [u32; 2], b: [u32; 2], c: [u32; 2], d: [u32; 2]| {
        for a in a[0]..=a[1] {
            for b in b[0]..=b[1] {
                for c in c[0]..=c[1] {
                    codes.extend((d[0]..=d[1]).map(|d| (a << 24 | b << 16 | c << 8 | d, 4)));
                }
            }
        }
    };
    // GB 18030, EUC of CNS 11643, UTF-16.
    wide([0x81, 0x8D], [0x30, 0x39], [0x81, 0xFE], [0x30, 0x39]);
    wide([0x8E, 0x8E], [0x30, 0x39], [0x81, 0xFE], [0x30, 0x39]);
    wide([0x8E, 0x8E], [0xA1, 0xB7], [0xA1, 0xFE], [0xA1, 0xFE]);
    wide([0x8F, 0xFE], [0x30, 0x39], [0x81, 0xFE], [0x30, 0x39]);
    codes.sort_by_key(|(code, length)| (*length, *code));
    let mut surrogates = Vec::new();
    for high in 0xD800_u32..=0xDBFF {
        surrogates.extend((0xDC00..=0xDFFF).map(|low| (high << 16 | low, 4)));
    }
    codes.extend(surrogates);
    codes.sort_by_key(|(code, length)| (*length, *code));
    codes.dedup();
    codes
}

fn embedded(name: &str) -> Option<CMap> {
    CMap::parse(load_embedded(CMapName::from_bytes(name.as_bytes()))?, load_embedded)
}

/// The text of one CMap, checked.
fn cmap(name: &str, codes: &[(u32, u8)]) -> Result<String> {
    let source = embedded(name).context("is not embedded")?;
    // A vertical one differs from the horizontal one in a few signs.
    let base = name
        .strip_suffix('V')
        .map(|stem| format!("{stem}H"))
        .and_then(|name| Some((embedded(&name)?, name)));
    let mut text = head(name, &source, base.as_ref().map(|(_, name)| name.as_str()));
    if name.ends_with("UCS2") && name.starts_with("Adobe") {
        characters(&source, &mut text);
    } else {
        numbers(&source, base.as_ref().map(|(base, _)| base), codes, &mut text);
    }
    let base_text = match &base {
        Some((_, name)) => Some(cmap(name, codes)?),
        None => None,
    };
    let resolve = |_: CMapName<'_>| base_text.as_ref().map(String::as_bytes);
    let written = CMap::parse(text.as_bytes(), resolve).context("cannot be read back")?;
    for (code, length) in codes {
        let same = written.lookup_cid_code(*code, *length)
            == source.lookup_cid_code(*code, *length)
            && written.lookup_bf_string(*code) == source.lookup_bf_string(*code);
        ensure!(same, "code {code:x} came back as another number");
    }
    ensure!(written.metadata().writing_mode == source.metadata().writing_mode, "writing mode");
    Ok(text)
}

fn head(name: &str, source: &CMap, base: Option<&str>) -> String {
    let mut text = String::new();
    let mut line = |args: std::fmt::Arguments<'_>| {
        let _ = text.write_fmt(args);
    };
    if let Some(base) = base {
        line(format_args!("/{base} usecmap\n"));
    }
    if let Some(collection) = &source.metadata().character_collection {
        let ordering = match &collection.family {
            CidFamily::AdobeJapan1 => "Japan1",
            CidFamily::AdobeGB1 => "GB1",
            CidFamily::AdobeCNS1 => "CNS1",
            CidFamily::AdobeKorea1 => "Korea1",
            _ => "Identity",
        };
        let supplement = collection.supplement;
        line(format_args!(
            "/Registry (Adobe) def /Ordering ({ordering}) def /Supplement {supplement} def\n"
        ));
    }
    line(format_args!("/CMapName /{name} def\n"));
    if let Some(mode) = source.metadata().writing_mode {
        line(format_args!("/WMode {} def\n", u8::from(mode == WritingMode::Vertical)));
    }
    text
}

/// Runs of codes whose numbers rise together, and runs that share one number.
fn numbers(source: &CMap, base: Option<&CMap>, codes: &[(u32, u8)], text: &mut String) {
    let number = |(code, length): (u32, u8)| {
        let number = source.lookup_cid_code(code, length)?;
        let inherited = base.and_then(|base| base.lookup_cid_code(code, length));
        (inherited != Some(number)).then_some(number)
    };
    let mut ranges = String::new();
    let mut blanks = String::new();
    let mut at = 0;
    while at < codes.len() {
        let (code, length) = codes[at];
        let Some(first) = number((code, length)) else {
            at += 1;
            continue;
        };
        let run = |step: u32| {
            let follows = |next: &usize| {
                let ahead = (*next - at) as u32;
                codes.get(*next).is_some_and(|(next, other)| {
                    *other == length
                        && *next == code + ahead
                        // The last byte alone may count.
                        && *next >> 8 == code >> 8
                        && number((*next, length)) == Some(first + step * ahead)
                })
            };
            (at + 1..).take_while(follows).count()
        };
        let (rising, level) = (run(1), run(0));
        let (more, out) = if level > rising { (level, &mut blanks) } else { (rising, &mut ranges) };
        let width = usize::from(length) * 2;
        let end = code + more as u32;
        let _ = writeln!(out, "<{code:0width$x}><{end:0width$x}>{first}");
        at += more + 1;
    }
    if !ranges.is_empty() {
        let _ = write!(text, "1 begincidrange\n{ranges}endcidrange\n");
    }
    if !blanks.is_empty() {
        let _ = write!(text, "1 beginnotdefrange\n{blanks}endnotdefrange\n");
    }
}

/// Runs of numbers whose characters rise together.
fn characters(source: &CMap, text: &mut String) {
    let single = |number: u32| match source.lookup_bf_string(number) {
        Some(BfString::Char(ch)) if u32::from(ch) <= 0xFFFF => Some(u32::from(ch)),
        _ => None,
    };
    text.push_str("1 beginbfrange\n");
    let mut number = 0;
    while number <= 0xFFFF {
        let mut more = 0;
        let units: Vec<u16> = match source.lookup_bf_string(number) {
            None => {
                number += 1;
                continue;
            }
            Some(BfString::Char(ch)) => {
                let mut buffer = [0; 2];
                ch.encode_utf16(&mut buffer).to_vec()
            }
            Some(BfString::String(text)) => text.encode_utf16().collect(),
        };
        if let Some(first) = single(number) {
            more = (1..)
                .take_while(|ahead| {
                    (number + ahead) >> 8 == number >> 8
                        && single(number + ahead) == Some(first + ahead)
                })
                .count() as u32;
        }
        let hex: String = units.iter().map(|unit| format!("{unit:04x}")).collect();
        let _ = writeln!(text, "<{number:04x}><{:04x}><{hex}>", number + more);
        number += more + 1;
    }
    text.push_str("endbfrange\n");
}
