//! Reading order of a tagged file: the structure tree as a rank for each marked-content id of each page.

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, MaybeRef, Number, Object, ObjectIdentifier};

/// For each page, by its object: `(marked-content id, rank)`, sorted by id.
pub(super) struct TagOrder {
    pages: Vec<(ObjectIdentifier, Vec<(i64, u32)>)>,
    rank: u32,
    steps: usize,
}

impl TagOrder {
    /// Walks the tree under `root` (`/StructTreeRoot`), at most `steps` nodes.
    pub(super) fn read(root: Option<&Dict<'_>>, steps: usize) -> Self {
        let mut order = Self { pages: Vec::new(), rank: 0, steps };
        if let Some(root) = root {
            order.children(root, None, 0);
        }
        for (_, ranks) in &mut order.pages {
            ranks.sort_by_key(|(id, _)| *id);
            ranks.dedup_by_key(|(id, _)| *id);
        }
        order
    }

    /// The ranks on a page.
    pub(super) fn page(&self, id: Option<ObjectIdentifier>) -> &[(i64, u32)] {
        let known = self.pages.iter().find(|(page, _)| Some(*page) == id);
        known.map_or(&[], |(_, ranks)| ranks)
    }

    fn children(&mut self, element: &Dict<'_>, page: Option<ObjectIdentifier>, depth: usize) {
        if self.steps == 0 || depth > 64 {
            return;
        }
        self.steps -= 1;
        let page = element.get_ref(b"Pg").map(Into::into).or(page);
        match element.get::<Object<'_>>(keys::K) {
            Some(Object::Array(kids)) => self.kids(&kids, page, depth),
            Some(kid) => self.kid(&kid, page, depth),
            None => {}
        }
    }

    fn kids(&mut self, kids: &Array<'_>, page: Option<ObjectIdentifier>, depth: usize) {
        for kid in kids.iter::<Object<'_>>() {
            if self.steps == 0 {
                return;
            }
            self.kid(&kid, page, depth);
        }
    }

    fn kid(&mut self, kid: &Object<'_>, page: Option<ObjectIdentifier>, depth: usize) {
        match kid {
            Object::Number(id) => self.content(id, page),
            Object::Dict(dict) => match dict.get::<Number>(b"MCID") {
                Some(id) => {
                    let page = dict.get_ref(b"Pg").map(Into::into).or(page);
                    self.content(&id, page);
                }
                None => self.children(dict, page, depth + 1),
            },
            _ => {}
        }
    }

    fn content(&mut self, id: &Number, page: Option<ObjectIdentifier>) {
        let Some(page) = page else { return };
        self.rank += 1;
        let entry = (id.as_i64(), self.rank);
        match self.pages.iter_mut().find(|(known, _)| *known == page) {
            Some((_, ranks)) => ranks.push(entry),
            None => self.pages.push((page, vec![entry])),
        }
    }
}

/// Groups of optional content that are switched off when the file is opened.
pub(super) fn groups_off(catalog: &Dict<'_>) -> Vec<ObjectIdentifier> {
    let config = catalog
        .get::<Dict<'_>>(b"OCProperties")
        .and_then(|properties| properties.get::<Dict<'_>>(b"D"));
    let off = config.and_then(|config| config.get::<Array<'_>>(b"OFF"));
    let reference = |item: MaybeRef<Object<'_>>| item.as_obj_ref().map(Into::into);
    off.map_or_else(Vec::new, |off| off.raw_iter().filter_map(reference).take(1000).collect())
}
