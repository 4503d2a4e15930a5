//! One page: walking over it, and what is true of it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, InterpreterWarning, TransformExt, interpret_page,
};
use hayro_syntax::page::Page;
use reader::paper::{Characters, Lack, PageFacts, most};

use super::gather::Gather;
use super::glyph::Show;
use super::words;

/// A page with a picture over so much of it …
const MUCH: f32 = 0.3;
/// … and text in no more than so many of twenty strips is a picture of a page, with a court's stamp along its edge.
const STRIPS: usize = 3;

/// What was met on the way.
pub(super) struct Walked {
    pub(super) gather: Gather,
    pub(super) lacks: BTreeSet<Lack>,
}

/// What a settings' warnings are collected in.
#[derive(Clone, Default)]
pub(super) struct Lacks(Arc<Mutex<BTreeSet<Lack>>>);

impl Lacks {
    /// Settings that note here what cannot be done.
    pub(super) fn settings(&self) -> InterpreterSettings {
        let lacks = self.clone();
        let warning_sink = Arc::new(move |warning: InterpreterWarning| {
            let lack = match warning {
                InterpreterWarning::UnsupportedFont => Lack::Font,
                InterpreterWarning::ImageDecodeFailure => Lack::Picture,
                _ => Lack::Annotation,
            };
            lacks.0.lock().unwrap_or_else(PoisonError::into_inner).insert(lack);
        });
        InterpreterSettings { warning_sink, ..InterpreterSettings::default() }
    }

    pub(super) fn all(&self) -> BTreeSet<Lack> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// From the page's own coordinates to those of a person who looks at it; see `reader::paper`.
pub(super) fn upright(page: &Page<'_>) -> Affine {
    page.initial_transform(true).to_kurbo()
}

/// Goes over all that the page draws, drawing nothing.
pub(super) fn walk<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> Walked {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let lacks = Lacks::default();
    let mut gather = Gather::on(area);
    let mut context = Context::new(upright(page), area, cache, page.xref(), lacks.settings());
    interpret_page(page, &mut context, &mut gather);
    gather.finish();
    Walked { gather, lacks: lacks.all() }
}

/// What is true of this page.
pub(super) fn facts<'a>(
    page: &'a Page<'a>,
    number: u32,
    cache: &InterpreterCache<'a>,
    label: Option<String>,
) -> PageFacts {
    let (width, height) = page.render_dimensions();
    let Walked { gather, mut lacks } = walk(page, cache);
    if gather.cut {
        lacks.insert(Lack::Rest);
    }
    let (found, _) = words::of(&gather.glyphs, most::WORDS);
    let count = |show: Show| {
        let those = gather.glyphs.iter().filter(|glyph| glyph.show == show);
        u32::try_from(those.flat_map(|glyph| glyph.letters.chars()).filter(|letter| !letter.is_whitespace()).count())
            .unwrap_or(u32::MAX)
    };
    let characters = Characters {
        shown: count(Show::Shown),
        invisible: count(Show::Invisible),
        covered: count(Show::Covered),
        outside: count(Show::Outside),
        unnamed: gather.unnamed,
    };
    let picture_share = (gather.largest / f64::from(width * height)).clamp(0.0, 1.0) as f32;
    let readable = characters.shown.saturating_add(characters.invisible).saturating_add(characters.covered);
    let strips: BTreeSet<u8> = gather
        .glyphs
        .iter()
        .filter(|glyph| glyph.show != Show::Outside)
        .map(|glyph| (glyph.middle().y / f64::from(height) * 20.0) as u8)
        .collect();
    PageFacts {
        page: number,
        width,
        height,
        label,
        words: u32::try_from(found.len()).unwrap_or(u32::MAX),
        characters,
        pictures: gather.pictures,
        picture_share,
        needs_recognition: (strips.len() <= STRIPS && picture_share > MUCH) || characters.unnamed > readable,
        lacks: lacks.into_iter().collect(),
    }
}
