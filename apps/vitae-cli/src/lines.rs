//! Input that is read line by line, so that there may be any number of lines. A stream comes in,
//! each line that is not empty goes out with its number; bad lines are told and counted.

use crate::failure::{Failure, Status};
use std::io::{BufRead, Read};
use std::ops::ControlFlow;

/// The longest line.
const MOST_BYTES: u64 = 1 << 20;
/// After so many lines that cannot be read the rest is not tried: this is another kind of file.
const MOST_BAD_LINES: u32 = 20;

/// What to do after a line: go on, or stop since nobody reads on; or what is wrong with the line.
pub(crate) type Taken = Result<ControlFlow<()>, Failure>;

/// Gives each line that is not empty to `take`, with its number. A failure of one line is printed and
/// the others are read; the status says whether there was one.
pub(crate) fn each_line(
    label: &str,
    mut from: Box<dyn BufRead>,
    mut take: impl FnMut(u64, &str) -> Taken,
) -> Result<Status, Failure> {
    let mut bytes = Vec::new();
    let (mut number, mut bad) = (0_u64, 0);
    let mut status = Status::Clean;
    loop {
        number += 1;
        bytes.clear();
        let read = from.by_ref().take(MOST_BYTES + 1).read_until(b'\n', &mut bytes);
        let read = read.map_err(|error| Failure::io(label, "cannot read further", &error))?;
        if read == 0 {
            return Ok(status);
        }
        if bytes.len() as u64 > MOST_BYTES {
            let failure =
                Failure::at(format!("{label}:{number}"), "this line is longer than 1 MiB");
            return Err(failure.help("put each item on a line of its own"));
        }
        match plain(label, &bytes, number) {
            Ok("") => {}
            Ok(line) => match take(number, line) {
                Ok(ControlFlow::Continue(())) => {}
                Ok(ControlFlow::Break(())) => return Ok(status),
                Err(failure) => {
                    failure.print();
                    status = Status::CouldNotRun;
                    bad += 1;
                }
            },
            Err(failure) => {
                failure.print();
                status = Status::CouldNotRun;
                bad += 1;
            }
        }
        if bad >= MOST_BAD_LINES {
            let message = format!("{bad} lines could not be read; the rest is not tried");
            return Err(Failure::at(label, message));
        }
    }
}

/// A line as text without its end; empty when it holds nothing but white space.
fn plain<'a>(label: &str, bytes: &'a [u8], number: u64) -> Result<&'a str, Failure> {
    let bytes =
        if number == 1 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes) } else { bytes };
    let line = std::str::from_utf8(bytes).map_err(|error| {
        let column = error.valid_up_to() + 1;
        Failure::at(format!("{label}:{number}:{column}"), "this line is not UTF-8")
            .help("save the file as UTF-8")
    })?;
    let line = line.trim_end_matches(['\n', '\r']);
    Ok(if line.trim().is_empty() { "" } else { line })
}
