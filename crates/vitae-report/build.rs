//! Digests of the styles and the script of our pages, so that a page can name the only pieces that a
//! browser may run in it.

#![allow(clippy::disallowed_methods, reason = "a build script reads files")]

use sha2::{Digest, Sha256};
use std::io;

fn main() -> io::Result<()> {
    for (file, variable) in [
        ("view/page.css", "VIEW_STYLE_DIGEST"),
        ("view/page.js", "VIEW_SCRIPT_DIGEST"),
        ("html/report.css", "REPORT_STYLE_DIGEST"),
    ] {
        let path = format!("src/outlet/{file}");
        println!("cargo::rerun-if-changed={path}");
        let digest = Sha256::digest(std::fs::read(&path)?);
        println!("cargo::rustc-env={variable}={}", base64(&digest));
    }
    Ok(())
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = (group >> (18 - 6 * place)) & 63;
            out.push(if place > chunk.len() { '=' } else { DIGITS[digit as usize] as char });
        }
    }
    out
}
