//! The table of contents, and where its lines lead.

use std::collections::{HashMap, HashSet};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as PdfString};
use reader::paper::{OutlineEntry, most};

use super::labels::{DEEP, ENTRIES};
use super::strings;

/// The outline, at most so many lines; and whether that was all.
pub(super) fn of(pdf: &Pdf) -> (Vec<OutlineEntry>, bool) {
    let root: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
    let Some(root) = root else { return (Vec::new(), true) };
    let Some(outlines) = root.get::<Dict<'_>>(b"Outlines") else { return (Vec::new(), true) };
    let pages = (0_u32..).zip(pdf.pages().iter());
    let mut walk = Walk {
        pages: pages.filter_map(|(number, page)| Some((page.raw().obj_id()?, number))).collect(),
        names: HashMap::new(),
        seen: HashSet::new(),
        entries: Vec::new(),
        whole: true,
    };
    walk.names(&root);
    walk.level(&outlines, 0);
    (walk.entries, walk.whole)
}

struct Walk {
    pages: HashMap<ObjectIdentifier, u32>,
    names: HashMap<Vec<u8>, u32>,
    seen: HashSet<ObjectIdentifier>,
    entries: Vec<OutlineEntry>,
    whole: bool,
}

impl Walk {
    /// The lines below one; `First`, then each one's `Next`. A line met twice ends it.
    fn level(&mut self, parent: &Dict<'_>, depth: u16) {
        let mut next = (parent.get_ref(b"First"), parent.get::<Dict<'_>>(b"First"));
        while let (place, Some(item)) = next {
            let new = place.is_none_or(|place| self.seen.insert(place.into()));
            if !new || self.entries.len() >= most::OUTLINE || usize::from(depth) >= DEEP {
                self.whole = false;
                return;
            }
            let title = item.get::<PdfString<'_>>(b"Title").map(|text| strings::short(text.as_bytes()));
            let page = self.target(&item);
            self.entries.push(OutlineEntry { title: title.unwrap_or_default(), depth, page });
            self.level(&item, depth + 1);
            next = (item.get_ref(b"Next"), item.get(b"Next"));
        }
    }

    /// The page a line leads to: by itself or by an action.
    fn target(&self, item: &Dict<'_>) -> Option<u32> {
        let place = item.get::<Object<'_>>(b"Dest").or_else(|| item.get::<Dict<'_>>(b"A")?.get(b"D"))?;
        match place {
            Object::String(name) => self.names.get(name.as_bytes()).copied(),
            Object::Name(name) => self.names.get(&*name as &[u8]).copied(),
            place => self.page(&place),
        }
    }

    /// The page of a place: an array that begins with the page, or a dictionary that holds one.
    fn page(&self, place: &Object<'_>) -> Option<u32> {
        let array = match place {
            Object::Array(array) => array.clone(),
            Object::Dict(dict) => dict.get::<Array<'_>>(b"D")?,
            _ => return None,
        };
        match array.raw_iter().next()? {
            MaybeRef::Ref(page) => self.pages.get(&page.into()).copied(),
            MaybeRef::NotRef(number) => {
                let number = u32::try_from(number.into_i32()?).ok()?;
                self.pages.values().any(|page| *page == number).then_some(number)
            }
        }
    }

    /// Places that have names: in the catalog itself, or in a tree.
    fn names(&mut self, root: &Dict<'_>) {
        let mut left = ENTRIES;
        if let Some(dict) = root.get::<Dict<'_>>(b"Dests") {
            let named: Vec<Name<'_>> = dict.keys().take(left).collect();
            for name in named {
                if let Some(page) = dict.get::<Object<'_>>(&*name as &[u8]).and_then(|place| self.page(&place)) {
                    self.names.insert(name.to_vec(), page);
                }
            }
        }
        if let Some(tree) = root.get::<Dict<'_>>(b"Names").and_then(|names| names.get::<Dict<'_>>(b"Dests")) {
            self.tree(&tree, 0, &mut left);
        }
    }

    fn tree(&mut self, node: &Dict<'_>, depth: usize, left: &mut usize) {
        if let Some(names) = node.get::<Array<'_>>(b"Names") {
            let mut items = names.iter::<Object<'_>>();
            while let (Some(name), Some(place)) = (items.next(), items.next()) {
                if *left == 0 {
                    return;
                }
                *left -= 1;
                if let (Some(name), Some(page)) = (name.into_string(), self.page(&place)) {
                    self.names.insert(name.to_vec(), page);
                }
            }
        }
        if let Some(kids) = node.get::<Array<'_>>(b"Kids").filter(|_| depth < DEEP) {
            for kid in kids.iter::<Dict<'_>>() {
                if *left == 0 {
                    return;
                }
                *left -= 1;
                self.tree(&kid, depth + 1, left);
            }
        }
    }
}
