//! How alike two mentions are, by what stands near what dates them.

use super::{content::Content, near::Near, rarity::Weights, story::Shared};

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
pub(super) fn lengths(content: &Content, weights: &Weights) -> Vec<f32> {
    let square = |near: &Near| {
        let weight = weights.anywhere.get(usize::from(near.told))?;
        Some((weight * near.weight.share()).powi(2))
    };
    let length = |place| content.near(place).iter().filter_map(square).sum::<f32>().sqrt();
    (0..content.said.len()).map(length).collect()
}

/// How alike two mentions of different articles are that share those terms; `lengths` are
/// those of each.
pub(super) fn alike(
    shared: &[Shared],
    [one, other]: [&[Near]; 2],
    [length, other_length]: [f32; 2],
) -> Alike {
    let (mut both, mut most, mut told) = (0.0_f32, 0.0_f32, 0.0_f32);
    for near in one {
        let found = shared.binary_search_by_key(&near.told, |it| it.one).ok();
        let Some(term) = found.and_then(|at| shared.get(at)) else { continue };
        let found = other.binary_search_by_key(&term.other, |it| it.told).ok();
        let Some(there) = found.and_then(|at| other.get(at)) else { continue };
        let product = term.weight.powi(2) * near.weight.share() * there.weight.share();
        told += term.weight * near.weight.share().min(there.weight.share());
        both += product;
        most = most.max(product);
    }
    let degree = both / (length * other_length).max(f32::MIN_POSITIVE);
    Alike { degree, told, twice: both - most >= SECOND * both }
}

/// A mention's likeness to what its article tells most of.
pub(super) fn mainness(content: &Content, place: usize, weights: &Weights) -> f32 {
    let tells = |near: &Near| {
        let told = content.told.get(usize::from(near.told))?;
        let weight = weights.here.get(usize::from(near.told))?;
        Some(weight * f32::from(told.times.min(5)) * near.weight.share())
    };
    content.near(place).iter().filter_map(tells).sum()
}
