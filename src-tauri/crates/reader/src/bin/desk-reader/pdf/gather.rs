//! Walks over a page as if drawing it, and notes where each character stands and what is drawn over it later.

use std::collections::HashMap;

use hayro_interpret::font::{Glyph as PdfGlyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use hayro_syntax::object::{self, Dict};
use reader::paper::most;

use super::glyph::{Glyph, Letters, Show, Turn};
use super::ground::{Colour, Ground};
use super::names::Names;
use super::strings;

/// What a page holds, as far as text is concerned.
pub(super) struct Gather {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) pictures: u32,
    /// The largest picture's area, cut to the page.
    pub(super) largest: f64,
    pub(super) unnamed: u32,
    /// Not everything was taken.
    pub(super) cut: bool,
    page: Rect,
    ground: Ground,
    drawn: u32,
    clips: Vec<Rect>,
    /// For each open group, whether what it draws can be seen through.
    groups: Vec<bool>,
    /// For each open marked part: where it began, and what is to be read instead.
    marks: Vec<(usize, Option<String>)>,
    /// Where each character stands already, to drop what is drawn twice to look bold.
    seen: HashMap<(char, i32, i32), Vec<usize>>,
    names: Names,
}

impl Gather {
    pub(super) fn on(page: Rect) -> Self {
        Self {
            glyphs: Vec::new(),
            pictures: 0,
            largest: 0.0,
            unnamed: 0,
            cut: false,
            page,
            ground: Ground::default(),
            drawn: 0,
            clips: Vec::new(),
            groups: Vec::new(),
            marks: Vec::new(),
            seen: HashMap::new(),
            names: Names::default(),
        }
    }

    /// Marks what cannot be seen. To be called once, at the end.
    pub(super) fn finish(&mut self) {
        for glyph in &mut self.glyphs {
            if !self.page.contains(glyph.middle()) {
                glyph.show = Show::Outside;
            } else if glyph.show == Show::Shown && self.ground.hides(glyph) {
                glyph.show = Show::Covered;
            }
        }
        self.cut |= self.ground.is_tired();
    }

    fn next(&mut self) -> u32 {
        self.drawn = self.drawn.saturating_add(1);
        self.drawn
    }

    /// Notes that this area was filled: with one colour, with something else, or so that one can see through.
    fn fill(&mut self, area: Rect, solid: bool, colour: Option<Colour>) {
        let area = area.intersect(self.clips.last().copied().unwrap_or(self.page));
        let drawn = self.next();
        let solid = solid && !self.groups.contains(&true);
        self.ground.fill(drawn, area, solid, colour.filter(|_| solid));
    }

    /// Notes a rectangle painted as these properties say.
    fn paint(&mut self, rect: Rect, props: &DrawProps<'_>) {
        let colour = Colour::of(&props.paint);
        let solid =
            colour.is_some_and(Colour::is_solid) && props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal;
        self.fill(props.transform.transform_rect_bbox(rect), solid, colour);
    }

    fn letters(&mut self, glyph: &PdfGlyph<'_>) -> Letters {
        let letters = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => Letters::One(letter),
            Some(BfString::String(text)) => Letters::Many(text),
            None => match glyph {
                PdfGlyph::Outline(outline) => self.names.of(outline).map_or(Letters::None, Letters::One),
                PdfGlyph::Type3(_) => Letters::None,
            },
        };
        let readable = letters.chars().any(|letter| !letter.is_control() && letter != char::REPLACEMENT_CHARACTER);
        let space = letters.chars().any(char::is_whitespace);
        if readable || space {
            letters
        } else {
            self.unnamed = self.unnamed.saturating_add(1);
            Letters::None
        }
    }

    /// Whether the same character stands there already. A visible one takes the place of an invisible one.
    fn is_double(&mut self, glyph: &Glyph) -> bool {
        const CELL: f64 = 2.0;
        let Some(first) = glyph.letters.chars().next() else {
            return true;
        };
        let (x, y) = ((glyph.at.x / CELL) as i32, (glyph.at.y / CELL) as i32);
        for dx in -1..=1 {
            for dy in -1..=1 {
                let near = self.seen.get(&(first, x.saturating_add(dx), y.saturating_add(dy)));
                for at in near.into_iter().flatten().rev().take(16) {
                    let Some(other) = self.glyphs.get_mut(*at) else { continue };
                    let apart = other.at - glyph.at;
                    let along = apart.dot(glyph.turn.along()).abs();
                    let across = apart.dot(glyph.turn.down()).abs();
                    let same = along < glyph.size * 0.1 && across < glyph.size * 0.15 && other.turn == glyph.turn;
                    if same && other.letters == glyph.letters {
                        if glyph.show == Show::Shown {
                            other.show = Show::Shown;
                            other.drawn = glyph.drawn;
                        }
                        return true;
                    }
                }
            }
        }
        self.seen.entry((first, x, y)).or_default().push(self.glyphs.len());
        false
    }
}

/// How far a run's glyphs are stretched: fonts that are not in the paper are replaced, and each replacement glyph is
/// stretched to the width it should have, which must not count twice.
fn is_stretched(run: &GlyphRun<'_, '_>) -> bool {
    let ratio = |transform: Affine| {
        let [a, b, c, d, _, _] = transform.as_coeffs();
        Vec2::new(a, b).hypot() / Vec2::new(c, d).hypot()
    };
    let mut ratios = run.glyphs().iter().map(|glyph| ratio(glyph.transform()));
    ratios.next().is_some_and(|first| ratios.any(|other| (other - first).abs() > 0.001 * first))
}

/// A straight stroke along a side of the page, thick enough to hide letters: what a marker pen draws.
fn bar(path: &BezPath, width: f64) -> Option<Rect> {
    let [PathEl::MoveTo(from), PathEl::LineTo(to)] = path.elements() else { return None };
    let level = (from.x - to.x).abs() < 0.1 || (from.y - to.y).abs() < 0.1;
    (level && width >= 3.0).then(|| Rect::from_points(*from, *to).inflate(width / 2.0, width / 2.0))
}

impl<'a> Device<'a> for Gather {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let stretched = is_stretched(run);
        let drawn = self.next();
        let colour = Colour::of(&props.paint);
        let unseen = matches!(mode, DrawMode::Invisible) || colour.is_some_and(Colour::is_glass);
        let show = if unseen { Show::Invisible } else { Show::Shown };
        for glyph in run.glyphs() {
            if self.glyphs.len() >= most::CHARACTERS {
                self.cut = true;
                return;
            }
            let letters = self.letters(glyph);
            let [a, b, c, d, x, y] = (props.transform * glyph.transform()).as_coeffs();
            // Of one em: glyph space has a thousand units.
            let (right, up) = (Vec2::new(a, b) * 1000.0, Vec2::new(c, d) * 1000.0);
            let (advance, is_program) = match &**glyph {
                PdfGlyph::Outline(outline) => (outline.advance_width(), false),
                PdfGlyph::Type3(type3) => (type3.advance_width(), true),
            };
            let advance = f64::from(advance.unwrap_or(500.0)) / 1000.0;
            let mut size = up.hypot();
            let (at, step) = if run.writing_mode() == WritingMode::Vertical {
                (Point::new(x, y) + up * 0.8, -up)
            } else if stretched && right.hypot() > 0.0 {
                (Point::new(x, y), right * (advance * size / right.hypot()))
            } else {
                (Point::new(x, y), right * advance)
            };
            // A font drawn by programs has no height of its own that could be trusted.
            let width = step.hypot();
            if is_program && width > 0.0 && !(width * 0.6..width * 8.0).contains(&size) {
                size = width * 1.8;
            }
            let sound = [at.x, at.y, step.x, step.y, size].iter().all(|number| number.is_finite());
            if !sound || size < 0.05 || step.hypot() > 1e5 {
                continue;
            }
            // A mark without width stands where it stands; which way it is read, its font's own axis says.
            let turn = Turn::of(if width > size * 1e-3 { step } else { right });
            let glyph = Glyph { letters, at, step, size, turn, show, drawn, colour };
            if !self.is_double(&glyph) {
                self.glyphs.push(glyph);
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.pictures = self.pictures.saturating_add(1);
        let whole = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = props.transform.transform_rect_bbox(whole);
        let on_page = area.intersect(self.clips.last().copied().unwrap_or(self.page)).intersect(self.page);
        self.largest = self.largest.max(on_page.area());
        let whole_area = match image {
            Image::Raster(raster) => {
                let dict = raster.stream().dict();
                !dict.contains_key(b"SMask") && !dict.contains_key(b"Mask")
            }
            Image::Stencil(_) => false,
        };
        let solid = whole_area && props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal;
        self.fill(area, solid, None);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..)) {
            self.paint(*rect, &props);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        match mode {
            DrawMode::Fill(_) | DrawMode::FillAndStroke(..) => {
                let bounds = path.bounding_box();
                // A shape that fills its own box is a rectangle; of others, where they cover is not worked out.
                if path.elements().len() <= 16 && path.area().abs() > bounds.area() * 0.98 {
                    self.paint(bounds, &props);
                } else {
                    self.fill(props.transform.transform_rect_bbox(bounds), false, None);
                }
            }
            DrawMode::Stroke(stroke) => {
                if let Some(bar) = bar(path, f64::from(stroke.line_width)) {
                    self.paint(bar, &props);
                }
            }
            DrawMode::Invisible => {}
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let bounds = clip.path.bounding_box();
        self.push_clip_rect(&bounds);
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        let outer = self.clips.last().copied().unwrap_or(self.page);
        self.clips.push(outer.intersect(*rect));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.groups.push(opacity < 0.95 || mask.is_some() || blend != BlendMode::Normal);
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let instead = properties.and_then(|dict| dict.get::<object::String<'_>>(b"ActualText"));
        self.marks.push((self.glyphs.len(), instead.map(|text| strings::decode(text.as_bytes()))));
    }

    fn end_marked_content(&mut self) {
        let Some((from, Some(instead))) = self.marks.pop() else { return };
        let Some((first, rest)) = self.glyphs.get_mut(from..).and_then(<[Glyph]>::split_first_mut) else { return };
        if let Some(last) = rest.last()
            && last.turn == first.turn
        {
            let whole = last.at + last.step - first.at;
            // Only where it stays on the line: what is read instead may stand for more.
            if whole.dot(first.turn.down()).abs() < first.size * 0.5 && whole.dot(first.turn.along()) > 0.0 {
                first.step = whole;
            }
        }
        first.letters = if instead.is_empty() { Letters::None } else { Letters::Many(instead) };
        for glyph in rest {
            glyph.letters = Letters::None;
        }
    }
}
