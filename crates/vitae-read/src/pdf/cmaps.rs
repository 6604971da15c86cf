//! The CMaps that fonts of Chinese, Japanese and Korean text name without bringing them along: from a
//! file that the host gives (`cmaps.bin`, written by `cargo xtask cmaps`), else from the build itself.

use hayro_cmap::{CMap, CMapName};
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::sync::{Arc, Mutex, OnceLock};
use thiserror::Error;

/// First bytes of the file.
const MAGIC: &[u8] = b"vitae-cmaps 1\n";

/// No CMap unpacks to more.
const LARGEST: usize = 4 << 20;

/// CMaps from a file. Cheap to clone. A CMap that a font asked for stays in memory until the program
/// ends, so keep one of these for all files.
#[derive(Clone, Debug)]
pub struct CMaps(Arc<[Entry]>);

#[derive(Debug)]
struct Entry {
    name: Box<[u8]>,
    packed: Box<[u8]>,
    open: OnceLock<Option<&'static [u8]>>,
}

/// The bytes are no file of CMaps.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Error)]
#[error("the file of CMaps is damaged at byte {at}")]
pub struct CMapsError {
    /// Where reading stopped.
    pub at: usize,
}

impl CMaps {
    /// Reads a file: the magic line, then for each CMap the length of its name (1 byte), the length of
    /// its deflated bytes (4 bytes, big-endian), the name, the bytes.
    ///
    /// # Errors
    /// [`CMapsError`] with the place where the bytes stop making sense.
    pub fn new(bytes: &[u8]) -> Result<Self, CMapsError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(CMapsError { at: 0 })?;
        let mut entries = Vec::new();
        while !rest.is_empty() {
            let at = bytes.len() - rest.len();
            let entry = take_entry(&mut rest).ok_or(CMapsError { at })?;
            entries.push(entry);
        }
        Ok(Self(entries.into()))
    }

    fn get(&self, name: &[u8]) -> Option<&'static [u8]> {
        let entry = self.0.iter().find(|entry| *entry.name == *name)?;
        let unpack = || {
            let bytes = decompress_to_vec_with_limit(&entry.packed, LARGEST).ok()?;
            // The font library wants CMaps that live as long as the program; there are few.
            Some(&*Vec::leak(bytes))
        };
        *entry.open.get_or_init(unpack)
    }
}

fn take_entry(rest: &mut &[u8]) -> Option<Entry> {
    let (head, after) = rest.split_at_checked(5)?;
    let packed = u32::from_be_bytes([head[1], head[2], head[3], head[4]]);
    let (name, after) = after.split_at_checked(usize::from(head[0]))?;
    let (packed, after) = after.split_at_checked(usize::try_from(packed).ok()?)?;
    *rest = after;
    Some(Entry { name: name.into(), packed: packed.into(), open: OnceLock::new() })
}

/// Where the fonts of one file find their CMaps; remembers those that it did not have.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolver {
    given: Option<CMaps>,
    missing: Arc<Mutex<Vec<String>>>,
}

impl Resolver {
    pub(super) fn new(given: Option<&CMaps>) -> Self {
        Self { given: given.cloned(), missing: Arc::default() }
    }

    /// The bytes of a CMap.
    pub(super) fn get(&self, name: CMapName<'_>) -> Option<&'static [u8]> {
        let bytes = self
            .given
            .as_ref()
            .and_then(|given| given.get(name.to_bytes()))
            .or_else(|| hayro_cmap::load_embedded(name));
        if bytes.is_none()
            && !matches!(name, CMapName::Custom(_))
            && let Ok(mut missing) = self.missing.lock()
        {
            let name = String::from_utf8_lossy(name.to_bytes()).into_owned();
            if !missing.contains(&name) {
                missing.push(name);
            }
        }
        bytes
    }

    /// A CMap, read.
    pub(super) fn parse(&self, name: CMapName<'_>) -> Option<CMap> {
        let resolver = self.clone();
        CMap::parse(self.get(name)?, move |name| resolver.get(name))
    }

    /// Names that were asked for in vain, by name.
    pub(super) fn missing(&self) -> Vec<String> {
        let mut names = self.missing.lock().map(|names| names.clone()).unwrap_or_default();
        names.sort_unstable();
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_opened_map_by_map_and_a_cut_one_says_where() {
        let text = b"1 begincidrange <00> <7f> 1 endcidrange";
        let packed = miniz_oxide::deflate::compress_to_vec(text, 9);
        let mut file = MAGIC.to_vec();
        file.push(12);
        file.extend((packed.len() as u32).to_be_bytes());
        file.extend(b"UniGB-UCS2-H");
        file.extend(&packed);
        let cmaps = CMaps::new(&file).unwrap();
        assert_eq!(cmaps.get(b"UniGB-UCS2-H"), Some(&text[..]));
        assert_eq!(cmaps.get(b"UniGB-UCS2-V"), None);
        assert_eq!(CMaps::new(&file[..30]).unwrap_err(), CMapsError { at: MAGIC.len() });
        let resolver = Resolver::new(Some(&cmaps));
        let map = resolver.parse(CMapName::UniGbUcs2H).unwrap();
        assert_eq!(map.lookup_cid_code(0x41, 1), Some(0x42));
    }
}
