//! The pictures of pages that are only pictures, as files that programs for character recognition
//! read: JPEG and JPEG 2000 as they are, fax data in a TIFF, everything else as PNM.

use super::budget::Budget;
use super::page::Matrix;
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use vitae_document::Rect;

/// A picture on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    /// Page, from 0.
    pub page: usize,
    /// Where on the page it stands, in points from the top left corner.
    pub rect: Rect,
    /// The picture as a file; none when its coding is not known here, or when it stands turned.
    pub file: Option<ScanFile>,
}

/// A picture as a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ScanFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The extension that its name should have.
    pub extension: &'static str,
}

/// Pictures smaller than this share of their page hold no text worth reading.
const SMALLEST: f32 = 0.02;
/// Pixels of the largest picture: a letter page at 600 dots per inch, in full colour.
const MOST_PIXELS: usize = 36_000_000;

/// A picture as it is drawn.
pub(super) struct Drawn<'a> {
    pub stream: Stream<'a>,
    pub matrix: Matrix,
}

/// The pictures of a page that are large enough.
pub(super) fn scans(
    drawn: &[Drawn<'_>],
    page: usize,
    (width, height): (f32, f32),
    budget: &mut Budget,
) -> Vec<Scan> {
    let mut scans = Vec::new();
    for one in drawn {
        let rect = super::page::apply_rect(&one.matrix, 0.0, 0.0, 1.0, 1.0);
        if (rect.x1 - rect.x0) * (rect.y1 - rect.y0) < SMALLEST * width * height {
            continue;
        }
        let [a, b, c, d, ..] = one.matrix;
        // Page coordinates run down, so an upright picture has a negative `d`.
        let upright = a > 0.0 && d < 0.0 && b.abs() < 0.02 * a && c.abs() < -0.02 * d;
        let file = upright.then(|| file(&one.stream, budget)).flatten();
        scans.push(Scan { page, rect, file });
    }
    scans
}

fn file(stream: &Stream<'_>, budget: &mut Budget) -> Option<ScanFile> {
    let filters = stream.filters();
    match filters.as_slice() {
        [Filter::DctDecode] => {
            Some(ScanFile { bytes: stream.raw_data().into_owned(), extension: "jpg" })
        }
        [Filter::JpxDecode] => {
            Some(ScanFile { bytes: stream.raw_data().into_owned(), extension: "jp2" })
        }
        [Filter::CcittFaxDecode] => Some(ScanFile { bytes: fax(stream)?, extension: "tif" }),
        _ => Some(ScanFile { bytes: pixmap(stream, budget)?, extension: "pnm" }),
    }
}

/// Width and height in pixels.
fn extent(dict: &Dict<'_>) -> Option<(usize, usize)> {
    let get = |long: &[u8], short: &[u8]| {
        let number = dict.get::<Number>(long).or_else(|| dict.get::<Number>(short))?;
        usize::try_from(number.as_i64()).ok().filter(|pixels| (1..100_000).contains(pixels))
    };
    let (width, height) = (get(b"Width", b"W")?, get(b"Height", b"H")?);
    (width * height <= MOST_PIXELS).then_some((width, height))
}

/// Whether the picture says that its samples run from light to dark.
fn inverted(dict: &Dict<'_>) -> bool {
    let decode = dict.get::<Array<'_>>(b"Decode").or_else(|| dict.get::<Array<'_>>(b"D"));
    decode.and_then(|decode| decode.iter::<Number>().next()).is_some_and(|n| n.as_f64() > 0.5)
}

/// Fax data behind the header of a TIFF.
fn fax(stream: &Stream<'_>) -> Option<Vec<u8>> {
    let dict = stream.dict();
    let (width, height) = extent(dict)?;
    let parameters = parameters(dict);
    let number = |name: &[u8]| parameters.as_ref().and_then(|p| p.get::<Number>(name));
    let k = number(b"K").map_or(0, |k| k.as_i64());
    let columns = number(b"Columns").map_or(1728, |columns| columns.as_i64());
    if usize::try_from(columns).ok()? != width {
        return None;
    }
    let black_is_one =
        parameters.as_ref().and_then(|p| p.get::<bool>(b"BlackIs1")).unwrap_or(false);
    let light = u32::from(inverted(dict) != black_is_one);
    let data = stream.raw_data();
    let (compression, options) = match k {
        ..0 => (4, 0),
        0 => (3, 0),
        _ => (3, 1),
    };
    let length = u32::try_from(data.len()).ok()?;
    let entries: [(u16, u32); 9] = [
        (256, width as u32),
        (257, height as u32),
        (258, 1),
        (259, compression),
        (262, light),
        (273, 8 + 2 + 9 * 12 + 4),
        (278, height as u32),
        (279, length),
        (292, options),
    ];
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend((entries.len() as u16).to_le_bytes());
    for (tag, value) in entries {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(4_u16.to_le_bytes());
        tiff.extend(1_u32.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    }
    tiff.extend([0; 4]);
    tiff.extend_from_slice(&data);
    Some(tiff)
}

/// The parameters of the only filter, which may stand in a list of one.
fn parameters<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    let get = |name: &[u8]| {
        let list = || dict.get::<Array<'a>>(name)?.iter::<Dict<'a>>().next();
        dict.get::<Dict<'a>>(name).or_else(list)
    };
    get(keys::DECODE_PARMS).or_else(|| get(b"DP"))
}

/// How samples become colours.
enum Samples {
    Gray,
    Rgb,
    Cmyk,
    /// Colours of a palette, three bytes each.
    Palette(Vec<u8>),
}

impl Samples {
    fn channels(&self) -> usize {
        match self {
            Self::Gray | Self::Palette(_) => 1,
            Self::Rgb => 3,
            Self::Cmyk => 4,
        }
    }
}

/// Plain samples as PGM or PPM with one byte for each channel.
fn pixmap(stream: &Stream<'_>, budget: &mut Budget) -> Option<Vec<u8>> {
    let dict = stream.dict();
    let (width, height) = extent(dict)?;
    let mask = dict.get::<bool>(b"ImageMask").or_else(|| dict.get::<bool>(b"IM")).unwrap_or(false);
    let bits = dict.get::<Number>(b"BitsPerComponent").or_else(|| dict.get::<Number>(b"BPC"));
    let bits = if mask { 1 } else { bits.map_or(8, |bits| bits.as_i64()) };
    let samples = if mask { Samples::Gray } else { samples(dict, budget)? };
    let data = budget.decode(stream)?;
    let channels = samples.channels();
    let row = (width * channels * usize::try_from(bits).ok()?).div_ceil(8);
    if data.len() < row * height {
        return None;
    }
    let gray = matches!(samples, Samples::Gray);
    let mut out = format!("P{}\n{width} {height}\n255\n", if gray { 5 } else { 6 }).into_bytes();
    let flip = if inverted(dict) { 255 } else { 0 };
    for line in data.chunks_exact(row).take(height) {
        let sample = |index: usize| -> u8 {
            let whole = matches!(samples, Samples::Palette(_));
            let at = |byte: usize| line.get(byte).copied().unwrap_or(0);
            match bits {
                8 => at(index) ^ flip,
                16 => at(index * 2) ^ flip,
                1 | 2 | 4 => {
                    let bits = bits as usize;
                    let shift = 8 - bits - (index * bits) % 8;
                    let top = (1_u16 << bits) - 1;
                    let value = u16::from(at(index * bits / 8) >> shift) & top;
                    if whole { value as u8 } else { (value * 255 / top) as u8 ^ flip }
                }
                _ => 255,
            }
        };
        for x in 0..width {
            pixel(&samples, |channel| sample(x * channels + channel), &mut out);
        }
    }
    Some(out)
}

fn pixel(samples: &Samples, sample: impl Fn(usize) -> u8, out: &mut Vec<u8>) {
    match samples {
        Samples::Gray => out.push(sample(0)),
        Samples::Rgb => out.extend([sample(0), sample(1), sample(2)]),
        Samples::Cmyk => {
            let light = 255 - u16::from(sample(3));
            let mix = |ink: u8| ((255 - u16::from(ink)) * light / 255) as u8;
            out.extend([mix(sample(0)), mix(sample(1)), mix(sample(2))]);
        }
        Samples::Palette(colors) => {
            let at = usize::from(sample(0)) * 3;
            out.extend_from_slice(colors.get(at..at + 3).unwrap_or(&[255; 3]));
        }
    }
}

fn samples(dict: &Dict<'_>, budget: &mut Budget) -> Option<Samples> {
    let space = dict.get::<Object<'_>>(b"ColorSpace").or_else(|| dict.get::<Object<'_>>(b"CS"))?;
    match &space {
        Object::Name(name) => named(name),
        Object::Array(array) => {
            let mut items = array.flex_iter();
            let family = items.next::<Name<'_>>()?;
            match family.as_ref() {
                b"ICCBased" => {
                    let profile = items.next::<Stream<'_>>()?;
                    channels(profile.dict().get::<Number>(keys::N)?.as_i64())
                }
                b"Indexed" | b"I" => palette(array, budget),
                name => named(name),
            }
        }
        _ => None,
    }
}

fn named(name: &[u8]) -> Option<Samples> {
    match name {
        b"DeviceGray" | b"CalGray" | b"G" => channels(1),
        b"DeviceRGB" | b"CalRGB" | b"RGB" => channels(3),
        b"DeviceCMYK" | b"CMYK" => channels(4),
        _ => None,
    }
}

fn channels(number: i64) -> Option<Samples> {
    match number {
        1 => Some(Samples::Gray),
        3 => Some(Samples::Rgb),
        4 => Some(Samples::Cmyk),
        _ => None,
    }
}

/// A palette whose base is gray or RGB.
fn palette(array: &Array<'_>, budget: &mut Budget) -> Option<Samples> {
    let mut items = array.flex_iter();
    items.next::<Name<'_>>()?;
    let base = match items.next::<Object<'_>>()? {
        Object::Name(name) => named(&name)?,
        Object::Array(base) => {
            let mut parts = base.flex_iter();
            let family = parts.next::<Name<'_>>()?;
            match family.as_ref() {
                b"ICCBased" => {
                    let profile = parts.next::<Stream<'_>>()?;
                    channels(profile.dict().get::<Number>(keys::N)?.as_i64())?
                }
                name => named(name)?,
            }
        }
        _ => return None,
    };
    items.next::<Number>()?;
    let table = match items.next::<Object<'_>>()? {
        Object::String(text) => text.as_bytes().to_vec(),
        Object::Stream(stream) => budget.decode(&stream)?.into_owned(),
        _ => return None,
    };
    match base {
        Samples::Gray => Some(Samples::Palette(table.iter().flat_map(|gray| [*gray; 3]).collect())),
        Samples::Rgb => Some(Samples::Palette(table)),
        Samples::Cmyk | Samples::Palette(_) => None,
    }
}
