//! How wide a text is, without a window.

use std::sync::LazyLock;

use skrifa::{
    FontRef, MetadataProvider as _,
    instance::{LocationRef, Size},
};

const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter-roman.var.ttf");

/// Knows how wide a text is.
pub trait Measure {
    /// The width of one line at `size`, in the unit of `size`.
    fn width(&self, text: &str, size: f32) -> f32;
}

/// The font of the window.
#[derive(Debug)]
pub struct Inter {
    /// Widths of the glyphs of ASCII, in parts of the font's size.
    ascii: [f32; 128],
}

impl Inter {
    /// The bundled font, read once.
    pub fn bundled() -> &'static Self {
        static BUNDLED: LazyLock<Inter> = LazyLock::new(Inter::read);
        &BUNDLED
    }

    fn read() -> Self {
        let font = FontRef::new(INTER).ok();
        let width = |code: u8| font.as_ref().and_then(|font| advance(font, char::from(code)));
        let mut ascii = [UNKNOWN_WIDTH; 128];
        for (code, known) in (0u8..).zip(&mut ascii) {
            *known = width(code).unwrap_or(UNKNOWN_WIDTH);
        }
        Self { ascii }
    }
}

/// About the widest that letters of any script are.
const UNKNOWN_WIDTH: f32 = 1.0;

impl Measure for Inter {
    fn width(&self, text: &str, size: f32) -> f32 {
        let font = if text.is_ascii() { None } else { FontRef::new(INTER).ok() };
        let of = |letter: char| {
            let ascii = usize::try_from(u32::from(letter)).ok();
            let known = ascii.and_then(|code| self.ascii.get(code).copied());
            known.or_else(|| advance(font.as_ref()?, letter)).unwrap_or(UNKNOWN_WIDTH)
        };
        text.chars().map(of).sum::<f32>() * size
    }
}

fn advance(font: &FontRef<'_>, letter: char) -> Option<f32> {
    let glyph = font.charmap().map(letter)?;
    font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(glyph)
}
