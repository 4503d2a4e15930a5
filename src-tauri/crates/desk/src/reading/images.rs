//! Pictures of pages, in memory only, the least used forgotten first.

use std::sync::Arc;

use contract::PaperRef;

/// So many bytes of pictures are kept.
const MOST: usize = 48 * 1024 * 1024;

/// Which picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) paper: PaperRef,
    /// From 0.
    pub(super) page: u32,
    pub(super) dpi: u16,
}

impl Key {
    /// Pixels for each 1/72 inch.
    pub(super) fn scale(&self) -> f32 {
        f32::from(self.dpi) / 72.0
    }

    /// The same of the page after it.
    pub(super) fn next(&self) -> Self {
        Self { page: self.page.saturating_add(1), ..self.clone() }
    }
}

/// The pictures kept, the one used last at the end.
#[derive(Debug, Default)]
pub(super) struct Images {
    kept: Vec<(Key, Arc<Vec<u8>>)>,
    bytes: usize,
}

impl Images {
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(super) fn has(&self, key: &Key) -> bool {
        self.kept.iter().any(|(known, _)| known == key)
    }

    pub(super) fn get(&mut self, key: &Key) -> Option<Arc<Vec<u8>>> {
        let at = self.kept.iter().position(|(known, _)| known == key)?;
        let found = self.kept.remove(at);
        let png = Arc::clone(&found.1);
        self.kept.push(found);
        Some(png)
    }

    pub(super) fn keep(&mut self, key: Key, png: Arc<Vec<u8>>) {
        if png.len() > MOST || self.has(&key) {
            return;
        }
        self.bytes = self.bytes.saturating_add(png.len());
        self.kept.push((key, png));
        while self.bytes > MOST {
            let (_, gone) = self.kept.remove(0);
            self.bytes = self.bytes.saturating_sub(gone.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Images, Key, MOST};
    use contract::PaperRef;
    use std::sync::Arc;

    #[test]
    fn the_least_used_picture_goes_first_and_memory_has_an_end() {
        let key = |page| Key { paper: PaperRef::File { file: "a".to_owned() }, page, dpi: 144 };
        let third = Arc::new(vec![0; MOST / 3]);
        let mut images = Images::default();
        for page in 0..3 {
            images.keep(key(page), Arc::clone(&third));
        }
        assert!(images.get(&key(0)).is_some());
        images.keep(key(3), Arc::clone(&third));
        assert!(!images.has(&key(1)), "page 1 was used longest ago");
        assert!([0, 2, 3].into_iter().all(|page| images.has(&key(page))));
        images.keep(key(9), Arc::new(vec![0; MOST + 1]));
        assert!(!images.has(&key(9)));
        images.clear();
        assert_eq!((images.kept.len(), images.bytes), (0, 0));
    }
}
