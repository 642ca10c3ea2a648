//! How each stretch of an article's text is set and marked.
//!
//! Underlines are painted over the text, for they differ by kind: solid where an expression
//! dates an event, dashed where it waits, dotted and faint where it was set aside.

use egui::{
    Color32, FontFamily, FontId, Stroke,
    text::{LayoutJob, LayoutSection, TextFormat},
};

use super::label::Label;
use crate::{
    export,
    model::{Aside, EventId, Mask, MaskKind, Origin, SetAside, Timex, Waiting},
    project::{Article, Fate, Timeline},
    show::theme::{self, Palette, size},
    text::Span,
    time::words,
};

/// The sentence that the reader looks at, and the expression that dates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The sentence.
    pub(crate) sentence: Span,
    /// The expression within.
    pub(crate) expression: Span,
}

/// All that decides how an article's text looks.
#[derive(Clone, Copy)]
pub(super) struct Marks<'a> {
    pub(super) article: &'a Article,
    pub(super) timeline: &'a Timeline,
    pub(super) shown: Option<Shown>,
    pub(super) palette: &'a Palette,
}

/// What became of an expression, as its underline tells.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'a> {
    /// It dates that event.
    Dates(EventId),
    /// It waits.
    Waits(&'a Waiting),
    /// It dates nothing.
    Aside(Option<SetAside>),
}

impl<'a> Marks<'a> {
    /// The expressions within `paragraph`.
    pub(super) fn expressions(&self, paragraph: Span) -> &'a [Timex] {
        let all = self.article.expressions.as_slice();
        let from = all.partition_point(|it| it.span.end() <= paragraph.start());
        let until = all.partition_point(|it| it.span.start() < paragraph.end());
        all.get(from..until).unwrap_or_default()
    }

    /// The expression that holds `byte`.
    pub(super) fn expression_at(&self, byte: usize) -> Option<&'a Timex> {
        let all = self.article.expressions.as_slice();
        let place = all.partition_point(|it| it.span.end() <= byte);
        all.get(place).filter(|it| it.span.start() <= byte)
    }

    /// What became of `expression`.
    pub(super) fn kind(&self, expression: &Timex) -> Kind<'a> {
        match self.timeline.fate(self.origin(expression)) {
            Some(Fate::Dates(event)) => Kind::Dates(event),
            Some(Fate::Waits(place)) => {
                self.timeline.waiting.get(place).map_or(Kind::Aside(None), Kind::Waits)
            }
            Some(Fate::Aside(why)) => Kind::Aside(Some(why)),
            None => Kind::Aside(None),
        }
    }

    /// What `expression` means, in words.
    pub(super) fn meaning(&self, expression: &Timex) -> String {
        match self.kind(expression) {
            Kind::Dates(event) => self.date_of(event, self.origin(expression)),
            Kind::Waits(waiting) => {
                format!("Waits for a date: {}", export::missing(waiting.why))
            }
            Kind::Aside(Some(why)) => format!("Set aside: {}", crate::show::words::aside(why)),
            Kind::Aside(None) => "Dates no event".to_owned(),
        }
    }

    fn date_of(&self, event: EventId, origin: Origin) -> String {
        let event = self.timeline.event(event);
        let mention =
            event.and_then(|event| event.mentions().find(|it| it.said.origin == origin));
        mention.map_or_else(String::new, |mention| {
            let mut lines = vec![words(&mention.value)];
            lines.extend(export::because(self.timeline, mention));
            lines.extend(export::as_told_by(self.timeline, &mention.said));
            lines.join("\n")
        })
    }

    fn origin(&self, expression: &Timex) -> Origin {
        Origin { document: self.article.document.id, span: expression.span, nth: 0 }
    }

    /// What stands above `paragraph`, if something that is not the article's begins there, or
    /// was taken in.
    pub(super) fn label(&self, paragraph: Span) -> Option<Label> {
        let begins =
            |span: &Span| span.start() >= paragraph.start() && span.overlaps(paragraph);
        let id = self.article.document.id;
        if let Some(span) = self.timeline.taken_in(id).find(begins) {
            // What recurs in its paper is no part of the article's own mask.
            let kind = self.article.mask.over(span).unwrap_or(MaskKind::Furniture);
            return Some(Label { kind, span, taken_in: true });
        }
        let parts = self.mask().parts();
        let next = parts.partition_point(|part| part.span.end() <= paragraph.start());
        let part = parts.get(next).filter(|part| begins(&part.span))?;
        Some(Label { kind: part.kind, span: part.span, taken_in: false })
    }

    fn mask(&self) -> &'a Mask {
        self.timeline.mask(self.article)
    }

    /// `paragraph` with its fonts, colours and backgrounds.
    pub(super) fn job(&self, paragraph: Span, width: f32) -> LayoutJob {
        let text = paragraph.slice(&self.article.document.text);
        let mut job = LayoutJob { text: text.to_owned(), ..LayoutJob::default() };
        job.wrap.max_width = width;
        let cuts = self.cuts(paragraph);
        for (from, until) in cuts.iter().zip(cuts.iter().skip(1)) {
            let local = (from - paragraph.start()).into()..(until - paragraph.start()).into();
            let format = self.format(Span::of(&self.article.document.text, *from..*until));
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range: local, format });
        }
        job
    }

    /// Where the look of `paragraph` may change, its ends included.
    fn cuts(&self, paragraph: Span) -> Vec<usize> {
        let shown = self.shown.iter().flat_map(|it| [it.sentence, it.expression]);
        let parts = self.mask().parts();
        let from = parts.partition_point(|part| part.span.end() <= paragraph.start());
        let masked = parts
            .iter()
            .skip(from)
            .map(|part| part.span)
            .take_while(|span| span.start() < paragraph.end());
        let mut cuts: Vec<usize> = shown
            .chain(masked)
            .filter(|span| span.overlaps(paragraph))
            .flat_map(|span| [span.start(), span.end()])
            .filter(|cut| (paragraph.start()..paragraph.end()).contains(cut))
            .chain([paragraph.start(), paragraph.end()])
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    fn format(&self, stretch: Option<Span>) -> TextFormat {
        let within = |span: Option<Span>| {
            span.zip(stretch).is_some_and(|(span, stretch)| span.contains(stretch))
        };
        let masked = stretch.is_some_and(|it| self.mask().over(it).is_some());
        let strong = within(self.shown.map(|it| it.expression));
        let quoted = within(self.shown.map(|it| it.sentence));
        let background = match (strong, quoted) {
            (true, _) => self.palette.expression,
            (false, true) => self.palette.sentence,
            (false, false) => Color32::TRANSPARENT,
        };
        let family: FontFamily = if strong { theme::serif_semibold() } else { theme::serif() };
        TextFormat {
            font_id: FontId::new(size::ARTICLE, family),
            line_height: Some(size::ARTICLE_LINE),
            color: if masked { self.palette.faint } else { self.palette.ink },
            background,
            expand_bg: 0.0,
            ..TextFormat::default()
        }
    }

    /// The line under an expression of that kind: its stroke, and the length of its dashes.
    pub(super) fn underline(&self, kind: &Kind<'_>) -> (Stroke, Option<f32>) {
        match kind {
            Kind::Dates(_) => (Stroke::new(1.5, self.palette.accent), None),
            Kind::Waits(_) => (Stroke::new(1.5, self.palette.waiting), Some(4.0)),
            Kind::Aside(_) => (Stroke::new(1.0, self.palette.faint), Some(1.5)),
        }
    }
}

/// Where an expression that was set aside stands, with the words of its sentence.
pub(crate) fn sentence_of(article: &Article, aside: &Aside) -> Span {
    let sentences = &article.sentences;
    let place = sentences.partition_point(|it| it.end() <= aside.origin.span.start());
    let found = sentences.get(place).filter(|it| it.overlaps(aside.origin.span));
    found.copied().unwrap_or(aside.origin.span)
}
