//! `--ocr`: pictures of pages go to an installed `tesseract`, and a document comes back. The program is
//! run without a shell, on files in a private folder that is removed afterwards, and for a limited time.

use crate::failure::Failure;
use std::fs::{self, File};
use std::io::{ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use vitae::recognition::{self, Recognised, Scan, ScanFile};
use vitae::{Format, Input, Reading, report};

/// A page takes about two seconds; one that takes this long never ends.
const PATIENCE: Duration = Duration::from_secs(120);
/// Pictures with more pixels than this are not given away: a letter page at 600 dots per inch has 34
/// million.
const MOST_PIXELS: u64 = 64_000_000;
/// The most that is read of what a program wrote.
const MOST_BYTES: u64 = 64 << 20;

/// Reads a resume and understands it, with pictures recognised where that is asked for.
pub(crate) fn read(input: &Input<'_>, ocr: Option<&Recogniser>) -> Result<Reading, Failure> {
    let name = input.file_name.unwrap_or("<stdin>");
    let unreadable = |error| Failure::unreadable(name, &error);
    if let Some(extension) = picture(input.bytes) {
        let Some(ocr) = ocr else {
            let failure = vitae::parse_resume(input).map_err(unreadable);
            return failure.map_err(|failure| {
                failure.help("export the resume as PDF or DOCX, or read the picture with `--ocr`")
            });
        };
        return Ok(vitae::understand(ocr.picture(input, name, extension)?));
    }
    let reading = vitae::parse_resume(input).map_err(unreadable)?;
    let pages = recognition::picture_pages(&reading.document);
    match ocr {
        Some(ocr) if reading.document.format == Format::Pdf && !pages.is_empty() => {
            let recognised = ocr.pages(input, name, &pages)?;
            let document = recognition::read_pdf(input, &recognised).map_err(unreadable)?;
            Ok(vitae::understand(document))
        }
        _ => Ok(reading),
    }
}

/// The extension of a picture file that `tesseract` reads.
fn picture(bytes: &[u8]) -> Option<&'static str> {
    let at = |offset: usize, magic: &[u8]| {
        bytes.get(offset..).is_some_and(|rest| rest.starts_with(magic))
    };
    if at(0, b"\x89PNG") {
        Some("png")
    } else if at(0, b"\xff\xd8\xff") {
        Some("jpg")
    } else if at(0, b"II*\0") || at(0, b"MM\0*") {
        Some("tif")
    } else if at(0, b"GIF8") {
        Some("gif")
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Some("webp")
    } else if at(0, b"BM") && at(6, b"\0\0\0\0") {
        Some("bmp")
    } else {
        None
    }
}

/// An installed `tesseract` with the languages that it should look for.
pub(crate) struct Recogniser {
    languages: String,
}

impl Recogniser {
    /// Looks whether the program and its languages are there.
    pub(crate) fn new(languages: &str) -> Result<Self, Failure> {
        let folder = private_folder()?;
        let mut command = Command::new("tesseract");
        command.arg("--list-langs");
        let ran = run(&mut command, folder.path()).map_err(|fault| missing(&fault))?;
        let known: Vec<&str> = ran.out.lines().skip(1).chain(ran.err.lines().skip(1)).collect();
        let known: Vec<&str> = known.into_iter().map(str::trim).filter(|l| !l.is_empty()).collect();
        for language in languages.split('+') {
            if !known.contains(&language) {
                let message = format!("tesseract has no language `{language}`");
                let help = format!(
                    "installed are: {}; on Debian and Ubuntu: `apt install tesseract-ocr-{}`",
                    known.join(", "),
                    language.replace('_', "-"),
                );
                return Err(Failure::new(message).help(help));
            }
        }
        Ok(Self { languages: languages.to_owned() })
    }

    /// The text of a picture file.
    fn picture(
        &self,
        input: &Input<'_>,
        name: &str,
        extension: &'static str,
    ) -> Result<vitae::Document, Failure> {
        let folder = private_folder()?;
        let note = Note::new(name, 1, 1);
        let hocr = self.recognise(&folder, 0, input.bytes, extension, name)?;
        drop(note);
        Ok(recognition::read_picture(&hocr, input.bytes.len()))
    }

    /// The text of the pictures on these pages.
    fn pages(
        &self,
        input: &Input<'_>,
        name: &str,
        pages: &[usize],
    ) -> Result<Vec<Recognised>, Failure> {
        let scans = recognition::pictures(input, pages)
            .map_err(|error| Failure::unreadable(name, &error))?;
        let folder = private_folder()?;
        let mut recognised = Vec::new();
        for (count, page) in pages.iter().enumerate() {
            let note = Note::new(name, count + 1, pages.len());
            let mut own: Vec<Scan> = scans.iter().filter(|s| s.page == *page).cloned().collect();
            if own.is_empty() || own.iter().any(|scan| scan.file.is_none()) {
                own = vec![rendered(&folder, input.bytes, *page, name)?];
            }
            for scan in own {
                let Some(ScanFile { bytes, extension }) = scan.file else { continue };
                let hocr = self.recognise(&folder, recognised.len(), &bytes, extension, name)?;
                recognised.push(Recognised { page: *page, rect: scan.rect, hocr });
            }
            drop(note);
        }
        Ok(recognised)
    }

    /// Runs the program on one picture.
    fn recognise(
        &self,
        folder: &TempDir,
        number: usize,
        bytes: &[u8],
        extension: &str,
        name: &str,
    ) -> Result<String, Failure> {
        if pixels(bytes).is_some_and(|pixels| pixels > MOST_PIXELS) {
            let message =
                format!("a picture has more than {} million pixels", MOST_PIXELS / 1_000_000);
            return Err(Failure::at(name, message).help("scan it at 300 dots per inch"));
        }
        let file = folder.path().join(format!("picture-{number}.{extension}"));
        let out = folder.path().join(format!("text-{number}"));
        fs::write(&file, bytes).map_err(|error| cannot_write(&error))?;
        let mut command = Command::new("tesseract");
        command.arg(&file).arg(&out).args(["-l", &self.languages]);
        // Without a resolution it guesses one, and reads worse.
        command.args(["--dpi", "300", "-c", "hocr_char_boxes=1", "hocr"]);
        // Threads of the library make one page slower, not faster.
        command.env("OMP_THREAD_LIMIT", "1");
        let ran = run(&mut command, folder.path()).map_err(|fault| missing(&fault))?;
        let text = read_limited(&out.with_extension("hocr"));
        match text {
            Ok(text) if ran.status.success() => Ok(text),
            _ => {
                let reason =
                    ran.err.lines().last().unwrap_or("it gave no reason").trim().to_owned();
                let failure =
                    Failure::at(name, format!("tesseract cannot read a picture: {reason}"));
                Err(failure.help("try the file with `tesseract` itself, or export it as text"))
            }
        }
    }
}

/// A page drawn by `pdftoppm`, for pictures in a coding that this program does not take apart.
fn rendered(folder: &TempDir, bytes: &[u8], page: usize, name: &str) -> Result<Scan, Failure> {
    let file = folder.path().join("resume.pdf");
    fs::write(&file, bytes).map_err(|error| cannot_write(&error))?;
    let out = folder.path().join(format!("page-{page}"));
    let number = (page + 1).to_string();
    let mut command = Command::new("pdftoppm");
    command.args(["-r", "200", "-gray", "-singlefile", "-f", &number, "-l", &number]);
    command.arg(&file).arg(&out);
    let fault = |what: &str| {
        let failure = Failure::at(name, format!("page {number} holds a picture that {what}"));
        failure.help(
            "install `pdftoppm` (Debian and Ubuntu: `apt install poppler-utils`), or scan the page \
             to a JPEG or TIFF",
        )
    };
    run(&mut command, folder.path()).map_err(|_| fault("only `pdftoppm` can unpack"))?;
    let bytes = fs::read(out.with_extension("pgm")).map_err(|_| fault("cannot be unpacked"))?;
    // The sizes are those of the picture at 200 dots per inch.
    let (width, height) = pnm_size(&bytes).ok_or_else(|| fault("cannot be unpacked"))?;
    let points = |pixels: u64| pixels as f32 * 72.0 / 200.0;
    Ok(Scan {
        page,
        rect: recognition::Rect { x0: 0.0, y0: 0.0, x1: points(width), y1: points(height) },
        file: Some(ScanFile { bytes, extension: "pgm" }),
    })
}

/// A folder that only this user can look into.
fn private_folder() -> Result<TempDir, Failure> {
    tempfile::Builder::new().prefix("vitae-ocr-").tempdir().map_err(|error| cannot_write(&error))
}

fn cannot_write(error: &std::io::Error) -> Failure {
    Failure::io(std::env::temp_dir().display(), "cannot write temporary files", error)
        .help("check that there is space left, or set TMPDIR to another folder")
}

/// What a program did.
struct Ran {
    status: ExitStatus,
    out: String,
    err: String,
}

/// Why a program gave nothing.
enum Fault {
    NotThere,
    TooLong,
    Other(std::io::Error),
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == ErrorKind::NotFound { Self::NotThere } else { Self::Other(error) }
    }
}

fn missing(fault: &Fault) -> Failure {
    match fault {
        Fault::NotThere => {
            Failure::new("`--ocr` needs the program `tesseract`, which is not installed").help(
                "Debian and Ubuntu: `apt install tesseract-ocr`; macOS: `brew install tesseract`; \
                 Windows: `winget install UB-Mannheim.TesseractOCR`",
            )
        }
        Fault::TooLong => {
            let seconds = PATIENCE.as_secs();
            Failure::new(format!("tesseract took more than {seconds} seconds and was stopped"))
                .help("scan the page at 300 dots per inch, or export the resume as text")
        }
        Fault::Other(error) => Failure::new(format!("tesseract cannot be run: {error}")),
    }
}

/// Runs a program to its end, or stops it. Its output goes to files, so that no pipe can fill up.
fn run(command: &mut Command, folder: &Path) -> Result<Ran, Fault> {
    let (out, err) = (folder.join("stdout"), folder.join("stderr"));
    command.stdin(Stdio::null()).stdout(File::create(&out)?).stderr(File::create(&err)?);
    let mut child = command.spawn()?;
    let start = Instant::now();
    let mut pause = Duration::from_millis(2);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            child.wait()?;
            return Err(Fault::TooLong);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    };
    Ok(Ran { status, out: read_limited(&out)?, err: read_limited(&err)? })
}

fn read_limited(path: &PathBuf) -> Result<String, std::io::Error> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Pixels of a picture, where its header says so plainly.
fn pixels(bytes: &[u8]) -> Option<u64> {
    let (width, height) = if bytes.starts_with(b"\x89PNG") {
        let number = |at: usize| {
            let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
            Some(u64::from(u32::from_be_bytes(four)))
        };
        (number(16)?, number(20)?)
    } else if bytes.starts_with(b"\xff\xd8") {
        jpeg_size(bytes)?
    } else {
        return None;
    };
    Some(width.saturating_mul(height))
}

/// Width and height in the first frame header of a JPEG.
fn jpeg_size(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut at = 2;
    loop {
        let [marker, kind, high, low] = bytes.get(at..at + 4)?.try_into().ok()?;
        if marker != 0xff {
            return None;
        }
        if matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc) {
            let size = bytes.get(at + 5..at + 9)?;
            let number = |from: usize| u64::from(size[from]) << 8 | u64::from(size[from + 1]);
            return Some((number(2), number(0)));
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
}

/// Width and height of a PGM.
fn pnm_size(bytes: &[u8]) -> Option<(u64, u64)> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(64))?).into_owned();
    let mut words = head.split_ascii_whitespace().skip(1).map(|word| word.parse::<u64>().ok());
    Some((words.next()??, words.next()??))
}

/// A line on standard error while a page is recognised; it goes when the page is done.
struct Note {
    shown: usize,
}

impl Note {
    fn new(name: &str, page: usize, of: usize) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self { shown: 0 };
        }
        let text = format!("{}: recognising page {page} of {of}…", report::printable(name));
        // Nothing can be done about a standard error that is closed.
        let _ = write!(std::io::stderr(), "\r{text}");
        Self { shown: text.chars().count() }
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        if self.shown > 0 {
            let _ = write!(std::io::stderr(), "\r{}\r", " ".repeat(self.shown));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_stand_in_the_headers() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(40_000_u32.to_be_bytes());
        png.extend(30_000_u32.to_be_bytes());
        assert_eq!(pixels(&png), Some(1_200_000_000));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x00\x20\x01\x00\x03";
        assert_eq!(pixels(jpeg), Some(0x20 * 0x100));
        assert_eq!(pixels(b"\xff\xd8\xff"), None);
        assert_eq!(pnm_size(b"P5\n120 80\n255\n..."), Some((120, 80)));
    }
}
