//! Every colour, size and duration that the window uses, and its fonts.
//!
//! Colours are told by what they mean. Text on paper or surface has a contrast of 4.5 or more
//! in both themes (WCAG AA), marks of 3 or more.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak,
    Margin, Stroke, Style, TextStyle, Theme, Ui, Visuals, epaint::Shadow,
    epaint::text::VariationCoords, vec2,
};

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    /// Behind everything.
    pub(crate) paper: Color32,
    /// Behind articles and what lies above the paper.
    pub(crate) surface: Color32,
    /// Behind a field to type in.
    pub(crate) field: Color32,
    /// A button at rest.
    pub(crate) button: Color32,
    /// A button under the pointer, a row under the pointer.
    pub(crate) hover: Color32,
    /// Text.
    pub(crate) ink: Color32,
    /// Text of less weight.
    pub(crate) muted: Color32,
    /// Words that are not the article's own.
    pub(crate) faint: Color32,
    /// Lines between parts.
    pub(crate) hairline: Color32,
    /// What can be followed, what is chosen.
    pub(crate) accent: Color32,
    /// Behind what is chosen.
    pub(crate) chosen: Color32,
    /// Text on the accent.
    pub(crate) on_accent: Color32,
    /// Behind the sentence that says so.
    pub(crate) sentence: Color32,
    /// Behind the expression that dates it.
    pub(crate) expression: Color32,
    /// What waits for a date.
    pub(crate) waiting: Color32,
    /// What went wrong.
    pub(crate) trouble: Color32,
    /// Behind what went wrong.
    pub(crate) trouble_paper: Color32,
    /// The timeline's lines through days.
    pub(crate) grid: Color32,
    /// Around the mark that is chosen.
    pub(crate) ring: Color32,
    /// Words on a solid mark.
    pub(crate) on_mark: Color32,
    /// A mark of what happened.
    pub(crate) fact: Color32,
    /// A mark of what is planned or due.
    pub(crate) planned: Color32,
    /// A mark of what is denied.
    pub(crate) denied: Color32,
    /// A mark of what is only thought of.
    pub(crate) hypothetical: Color32,
}

const LIGHT: Palette = Palette {
    paper: Color32::from_rgb(0xFA, 0xF9, 0xF6),
    surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    field: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    button: Color32::from_rgb(0xEF, 0xED, 0xE7),
    hover: Color32::from_rgb(0xE7, 0xE4, 0xDC),
    ink: Color32::from_rgb(0x1C, 0x20, 0x27),
    muted: Color32::from_rgb(0x5A, 0x61, 0x6C),
    faint: Color32::from_rgb(0x6F, 0x74, 0x7D),
    hairline: Color32::from_rgb(0xE3, 0xE0, 0xD8),
    accent: Color32::from_rgb(0x1F, 0x52, 0x99),
    chosen: Color32::from_rgb(0xE3, 0xEC, 0xF8),
    on_accent: Color32::WHITE,
    sentence: Color32::from_rgb(0xFF, 0xF5, 0xD2),
    expression: Color32::from_rgb(0xFB, 0xD9, 0x6B),
    waiting: Color32::from_rgb(0xA3, 0x4E, 0x0C),
    trouble: Color32::from_rgb(0xA8, 0x27, 0x1F),
    trouble_paper: Color32::from_rgb(0xFC, 0xEB, 0xE8),
    grid: Color32::from_rgb(0xC6, 0xCB, 0xD2),
    ring: Color32::from_rgb(0xC2, 0x4E, 0x00),
    on_mark: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    fact: Color32::from_rgb(0x3D, 0x6F, 0xA3),
    planned: Color32::from_rgb(0xA8, 0x5A, 0x00),
    denied: Color32::from_rgb(0x6B, 0x70, 0x78),
    hypothetical: Color32::from_rgb(0xA0, 0x2F, 0x70),
};

const DARK: Palette = Palette {
    paper: Color32::from_rgb(0x14, 0x16, 0x1B),
    surface: Color32::from_rgb(0x1A, 0x1D, 0x23),
    field: Color32::from_rgb(0x0F, 0x11, 0x15),
    button: Color32::from_rgb(0x27, 0x2B, 0x33),
    hover: Color32::from_rgb(0x31, 0x36, 0x40),
    ink: Color32::from_rgb(0xE6, 0xE7, 0xEA),
    muted: Color32::from_rgb(0xA0, 0xA6, 0xB1),
    faint: Color32::from_rgb(0x8A, 0x90, 0x9B),
    hairline: Color32::from_rgb(0x2C, 0x30, 0x38),
    accent: Color32::from_rgb(0x8D, 0xB6, 0xF5),
    chosen: Color32::from_rgb(0x22, 0x30, 0x46),
    on_accent: Color32::from_rgb(0x10, 0x1A, 0x2B),
    sentence: Color32::from_rgb(0x3A, 0x33, 0x1E),
    expression: Color32::from_rgb(0x7A, 0x5E, 0x12),
    waiting: Color32::from_rgb(0xE8, 0xA3, 0x5F),
    trouble: Color32::from_rgb(0xF3, 0x8F, 0x86),
    trouble_paper: Color32::from_rgb(0x3A, 0x1F, 0x1E),
    grid: Color32::from_rgb(0x45, 0x49, 0x52),
    ring: Color32::from_rgb(0xFF, 0xD1, 0x66),
    on_mark: Color32::from_rgb(0x0E, 0x16, 0x20),
    fact: Color32::from_rgb(0x77, 0xAA, 0xDD),
    planned: Color32::from_rgb(0xEE, 0xA3, 0x5C),
    denied: Color32::from_rgb(0xA5, 0xA8, 0xAD),
    hypothetical: Color32::from_rgb(0xDD, 0x8F, 0xBE),
};

/// The colours in use.
pub(crate) fn palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// Sizes in points, which Ctrl + and Ctrl − enlarge.
pub(crate) mod size {
    /// The name on the welcome page.
    pub(crate) const NAME: f32 = 46.0;
    /// An event's title.
    pub(crate) const TITLE: f32 = 23.0;
    /// An article's title, a heading.
    pub(crate) const HEADING: f32 = 17.0;
    /// Text of the window.
    pub(crate) const BODY: f32 = 15.0;
    /// Text of less weight.
    pub(crate) const SMALL: f32 = 13.0;
    /// An article's text.
    pub(crate) const ARTICLE: f32 = 17.0;
    /// From line to line of an article.
    pub(crate) const ARTICLE_LINE: f32 = ARTICLE * 1.6;
    /// Between paragraphs of an article.
    pub(crate) const ARTICLE_GAP: f32 = 12.0;
    /// The longest line that reads well.
    pub(crate) const ARTICLE_MEASURE: f32 = 680.0;
    /// A row of the table.
    pub(crate) const ROW: f32 = 36.0;
    /// The table's column of dates.
    pub(crate) const DATE_COLUMN: f32 = 200.0;
    /// The table's column of what is told as what.
    pub(crate) const STATUS_COLUMN: f32 = 96.0;
    /// The table's column of sources.
    pub(crate) const SOURCE_COLUMN: f32 = 160.0;
    /// Between the window's edge and what is in it.
    pub(crate) const EDGE: f32 = 24.0;
    /// Around the columns of the welcome page.
    pub(crate) const WELCOME: f32 = 560.0;
    /// The narrowest article that reads well.
    pub(crate) const ARTICLE_NARROWEST: f32 = 340.0;
    /// The lowest article that reads well.
    pub(crate) const ARTICLE_LOWEST: f32 = 260.0;
}

const ANIMATION_SECONDS: f32 = 0.12;
const TOOLTIP_SECONDS: f32 = 0.3;

/// Inter, semibold.
pub(crate) fn semibold() -> FontFamily {
    FontFamily::Name("Inter semibold".into())
}

/// Source Serif, in which articles are set.
pub(crate) fn serif() -> FontFamily {
    FontFamily::Name("Source Serif".into())
}

/// Source Serif, semibold.
pub(crate) fn serif_semibold() -> FontFamily {
    FontFamily::Name("Source Serif semibold".into())
}

/// Gives `ctx` the fonts and both themes; which of the two is the reader's or the system's.
pub(crate) fn apply(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.all_styles_mut(sizes);
    ctx.style_mut_of(Theme::Light, |style| colours(&mut style.visuals, &LIGHT));
    ctx.style_mut_of(Theme::Dark, |style| colours(&mut style.visuals, &DARK));
}

fn fonts() -> FontDefinitions {
    const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter-roman.var.ttf");
    const SERIF: &[u8] = include_bytes!("../../assets/fonts/SourceSerif4Variable-Roman.ttf");
    let mut fonts = FontDefinitions::default();
    let rest = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let faces = [
        ("Inter", FontFamily::Proportional, INTER, 400.0),
        ("Inter semibold", semibold(), INTER, 600.0),
        ("Source Serif", serif(), SERIF, 400.0),
        ("Source Serif semibold", serif_semibold(), SERIF, 600.0),
    ];
    for (name, family, bytes, weight) in faces {
        let coords = VariationCoords::new([(b"wght", weight)]);
        let tweak = FontTweak { coords, ..FontTweak::default() };
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)));
        let mut family_faces = vec![name.to_owned()];
        family_faces.extend(rest.iter().cloned());
        fonts.families.insert(family, family_faces);
    }
    fonts
}

fn sizes(style: &mut Style) {
    let text = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, text(size::SMALL)),
        (TextStyle::Body, text(size::BODY)),
        (TextStyle::Button, text(size::BODY)),
        (TextStyle::Heading, FontId::new(size::HEADING, semibold())),
        (TextStyle::Monospace, FontId::new(size::SMALL, FontFamily::Monospace)),
    ]
    .into();
    style.spacing.item_spacing = vec2(10.0, 8.0);
    style.spacing.button_padding = vec2(12.0, 7.0);
    style.spacing.interact_size.y = 32.0;
    style.spacing.scroll.bar_width = 8.0;
    style.interaction.tooltip_delay = TOOLTIP_SECONDS;
    style.animation_time = ANIMATION_SECONDS;
}

fn colours(visuals: &mut Visuals, palette: &Palette) {
    let line = Stroke::new(1.0, palette.hairline);
    let states = [
        (&mut visuals.widgets.noninteractive, palette.paper, palette.ink),
        (&mut visuals.widgets.inactive, palette.button, palette.ink),
        (&mut visuals.widgets.hovered, palette.hover, palette.ink),
        (&mut visuals.widgets.active, palette.chosen, palette.accent),
        (&mut visuals.widgets.open, palette.hover, palette.ink),
    ];
    for (state, fill, text) in states {
        state.corner_radius = CornerRadius::same(8);
        state.expansion = 0.0;
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::NONE;
        state.fg_stroke = Stroke::new(1.0, text);
    }
    visuals.widgets.noninteractive.bg_stroke = line;
    visuals.widgets.inactive.bg_stroke = line;
    visuals.widgets.hovered.bg_stroke = line;
    visuals.widgets.active.bg_stroke = Stroke::new(1.0, palette.accent);
    visuals.panel_fill = palette.paper;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = line;
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(10);
    visuals.faint_bg_color = palette.button;
    visuals.extreme_bg_color = palette.field;
    visuals.text_edit_bg_color = Some(palette.field);
    visuals.weak_text_color = Some(palette.muted);
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.waiting;
    visuals.error_fg_color = palette.trouble;
    visuals.selection.bg_fill = palette.chosen;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    let shadow =
        Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.popup_shadow = shadow;
    visuals.window_shadow = shadow;
}

/// A part of the window: no border, `EDGE` to its sides.
pub(crate) fn part(fill: Color32) -> egui::Frame {
    #[expect(clippy::cast_possible_truncation, reason = "a constant of two digits")]
    let edge = size::EDGE as i8;
    egui::Frame::new().fill(fill).inner_margin(Margin::symmetric(edge, 11))
}
