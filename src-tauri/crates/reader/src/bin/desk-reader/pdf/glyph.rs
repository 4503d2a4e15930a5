//! One drawn character, and the direction in which it is read.

use hayro_interpret::kurbo::{Point, Vec2};

use super::ground::Colour;

/// How a character shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Show {
    Shown,
    Invisible,
    Covered,
    Outside,
}

/// What one glyph stands for.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Letters {
    One(char),
    /// A ligature, or what the paper says instead of what it draws.
    Many(String),
    /// Nothing: another glyph says it.
    None,
}

impl Letters {
    pub(super) fn chars(&self) -> impl Iterator<Item = char> + '_ {
        let (one, many) = match self {
            Self::One(letter) => (Some(*letter), ""),
            Self::Many(text) => (None, text.as_str()),
            Self::None => (None, ""),
        };
        one.into_iter().chain(many.chars())
    }
}

/// A character on the page as a person sees it.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) letters: Letters,
    /// Where its base line begins.
    pub(super) at: Point,
    /// From there to where the next one would begin.
    pub(super) step: Vec2,
    /// The height of its font.
    pub(super) size: f64,
    pub(super) turn: Turn,
    pub(super) show: Show,
    /// When it was drawn, among all that was.
    pub(super) drawn: u32,
    /// Of its ink, where that is one colour.
    pub(super) colour: Option<Colour>,
}

impl Glyph {
    /// About its middle.
    pub(super) fn middle(&self) -> Point {
        self.at + self.step * 0.5 - self.turn.down() * (self.size * 0.3)
    }
}

/// A direction of reading, in whole degrees clockwise from left-to-right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Turn(u16);

impl Turn {
    /// The direction of a vector. What is nearly upright or level is just that.
    pub(super) fn of(vector: Vec2) -> Self {
        let degrees = vector.y.atan2(vector.x).to_degrees();
        let quarter = (degrees / 90.0).round() * 90.0;
        let degrees = if (degrees - quarter).abs() < 1.0 { quarter } else { degrees.round() };
        Self((degrees as i32).rem_euclid(360) as u16)
    }

    pub(super) fn degrees(self) -> u16 {
        self.0
    }

    /// The nearest of the four directions along the page's sides: 0, 1, 2, 3 quarters clockwise.
    pub(super) fn quarter(self) -> u8 {
        (((u32::from(self.0) + 45) / 90) % 4) as u8
    }

    /// How many degrees lie between.
    pub(super) fn differs(self, other: Self) -> u16 {
        let apart = self.0.abs_diff(other.0);
        apart.min(360 - apart)
    }

    /// One unit along the direction of reading.
    pub(super) fn along(self) -> Vec2 {
        let (sin, cos) = self.sin_cos();
        Vec2::new(cos, sin)
    }

    /// One unit towards the next line.
    pub(super) fn down(self) -> Vec2 {
        let (sin, cos) = self.sin_cos();
        Vec2::new(-sin, cos)
    }

    fn sin_cos(self) -> (f64, f64) {
        match self.0 {
            0 => (0.0, 1.0),
            90 => (1.0, 0.0),
            180 => (0.0, -1.0),
            270 => (-1.0, 0.0),
            degrees => f64::from(degrees).to_radians().sin_cos(),
        }
    }
}

#[cfg(test)]
mod tests {
    use hayro_interpret::kurbo::Vec2;

    use super::Turn;

    #[test]
    fn directions() {
        for (x, y, degrees, quarter) in [
            (1.0, 0.0, 0, 0),
            (1.0, 0.01, 0, 0),
            (1.0, -0.01, 0, 0),
            (0.0, 2.0, 90, 1),
            (-1.0, 0.0, 180, 2),
            (0.0, -3.0, 270, 3),
            (1.0, 1.0, 45, 1),
            (10.0, 1.0, 6, 0),
            (10.0, -1.0, 354, 0),
        ] {
            let turn = Turn::of(Vec2::new(x, y));
            assert_eq!((turn.degrees(), turn.quarter()), (degrees, quarter), "{x} {y}");
        }
        assert_eq!(Turn(358).differs(Turn(3)), 5);
    }
}
