//! How alike two mentions are, by what stands near what dates them.

use super::{
    content::Content,
    near::{Near, Share},
    rarity::Weight,
};

/// How much two mentions share.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Alike {
    /// From 0 to 1.
    pub(super) degree: f32,
    /// What they share, for itself.
    pub(super) told: f32,
    /// Whether more than one term of theirs tells something.
    pub(super) twice: bool,
}

/// A second term counts if it has so much of what is shared.
const SECOND: f32 = 0.06;

/// What each mention of an article tells, as its vector's length.
pub(super) fn lengths(content: &Content, weights: &[Weight]) -> Vec<f32> {
    let square = |near: &Near| {
        let weight = weights.get(usize::from(near.told))?.anywhere;
        Some((weight * near.weight.share()).powi(2))
    };
    let length = |place| content.near(place).iter().filter_map(square).sum::<f32>().sqrt();
    (0..content.said.len()).map(length).collect()
}

/// A mention's likeness to what its article tells most of.
pub(super) fn mainness(content: &Content, place: usize, weights: &[Weight]) -> f32 {
    let tells = |near: &Near| {
        let told = content.told.get(usize::from(near.told))?;
        let weight = weights.get(usize::from(near.told))?.here;
        Some(weight * f32::from(told.times.min(5)) * near.weight.share())
    };
    content.near(place).iter().filter_map(tells).sum()
}

/// A mention that a term stands near.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    place: u8,
    share: Share,
}

/// Which mentions each term of an article stands near.
#[derive(Debug)]
pub(super) struct Spots {
    /// In order of term, then of mention.
    all: Vec<Spot>,
    /// Where those of each term end; they begin where those of the term before end.
    ends: Vec<u16>,
}

impl Spots {
    /// Those of the first `most` mentions.
    pub(super) fn of(content: &Content, most: u8) -> Self {
        let mut all: Vec<(u16, Spot)> = Vec::with_capacity(content.near.len());
        for place in 0..most.min(u8::try_from(content.said.len()).unwrap_or(u8::MAX)) {
            let near = content.near(usize::from(place)).iter();
            all.extend(near.map(|it| (it.told, Spot { place, share: it.weight })));
        }
        all.sort_by_key(|(told, _)| *told);
        let mut ends = vec![0; content.terms.len()];
        for (end, (told, _)) in (1..).zip(&all) {
            if let Some(to) = ends.get_mut(usize::from(*told)) {
                *to = end;
            }
        }
        let mut last = 0;
        for end in &mut ends {
            last = last.max(*end);
            *end = last;
        }
        Self { all: all.into_iter().map(|(_, spot)| spot).collect(), ends }
    }

    /// Those of one term.
    pub(super) fn of_term(&self, told: u16) -> &[Spot] {
        let end = |at: u16| self.ends.get(usize::from(at)).map_or(0, |it| usize::from(*it));
        let from = told.checked_sub(1).map_or(0, end);
        self.all.get(from..end(told)).unwrap_or_default()
    }
}

/// What each mention of an article shares with each of another.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Row by row: a row for each mention of the one, a column for each of the other.
    sums: Vec<Sum>,
    columns: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    both: f32,
    most: f32,
    told: f32,
}

impl Grid {
    /// Begins anew, for so many mentions of each.
    pub(super) fn clear(&mut self, rows: usize, columns: usize) {
        self.columns = columns;
        self.sums.clear();
        self.sums.resize(rows * columns, Sum::default());
    }

    /// Takes in a term of both that stands near those. Terms are to come in order.
    pub(super) fn add(&mut self, weight: f32, ones: &[Spot], others: &[Spot]) {
        for one in ones {
            let from = usize::from(one.place) * self.columns;
            let row = self.sums.get_mut(from..from + self.columns).unwrap_or_default();
            let share = one.share.share();
            let here = weight.powi(2) * share;
            for there in others {
                let Some(sum) = row.get_mut(usize::from(there.place)) else { continue };
                let product = here * there.share.share();
                sum.told += weight * share.min(there.share.share());
                sum.both += product;
                sum.most = sum.most.max(product);
            }
        }
    }

    /// How alike each two mentions are that share anything, in order; `lengths` are those of
    /// each.
    pub(super) fn alike<'a>(
        &'a self,
        [lengths, other_lengths]: [&'a [f32]; 2],
    ) -> impl Iterator<Item = (usize, usize, Alike)> + 'a {
        let rows = self.sums.chunks_exact(self.columns.max(1)).zip(lengths).enumerate();
        rows.flat_map(move |(one, (row, length))| {
            let pairs = row.iter().zip(other_lengths).enumerate();
            let sharing = pairs.filter(|(_, (sum, _))| sum.both > 0.0);
            sharing.map(move |(other, (sum, other_length))| {
                (one, other, sum.alike(length * other_length))
            })
        })
    }
}

impl Sum {
    /// How alike two mentions are of which that is the product of their lengths.
    fn alike(&self, lengths: f32) -> Alike {
        let Self { both, most, told } = *self;
        let degree = both / lengths.max(f32::MIN_POSITIVE);
        Alike { degree, told, twice: both - most >= SECOND * both }
    }
}
