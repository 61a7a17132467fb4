//! Rounds of a candidate beside its floor, so that a figure means the same on any machine.

use std::time::{Duration, Instant};

/// Rounds that are measured; one more runs first and is dropped.
pub(crate) const ROUNDS: usize = 11;

/// One round: the candidate's cost and its floor's, in the same unit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Round {
    /// What the program does.
    pub(crate) candidate: f64,
    /// The least that has to be done, on the same data.
    pub(crate) floor: f64,
}

/// What a bar's rounds come to.
#[derive(Debug, Clone)]
pub(crate) struct Figures {
    /// Median of the ratios, round by round.
    pub(crate) ratio: f64,
    /// Their 5 % quantile.
    pub(crate) low: f64,
    /// Their 95 % quantile.
    pub(crate) high: f64,
    /// The candidate's median.
    pub(crate) candidate: f64,
    /// The floor's median.
    pub(crate) floor: f64,
    /// Whether the floor itself moved more than twofold: then nothing can be said.
    pub(crate) noisy: bool,
}

/// Runs `round` once to warm up and then [`ROUNDS`] times.
pub(crate) fn rounds(mut round: impl FnMut() -> Round) -> Figures {
    round();
    figures(&(0..ROUNDS).map(|_| round()).collect::<Vec<_>>())
}

/// Sums rounds up; there is at least one.
pub(crate) fn figures(rounds: &[Round]) -> Figures {
    let sorted = |value: fn(&Round) -> f64| {
        let mut values: Vec<f64> = rounds.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let ratios = sorted(|round| round.candidate / round.floor);
    let floors = sorted(|round| round.floor);
    Figures {
        ratio: quantile(&ratios, 0.5),
        low: quantile(&ratios, 0.05),
        high: quantile(&ratios, 0.95),
        candidate: quantile(&sorted(|round| round.candidate), 0.5),
        floor: quantile(&floors, 0.5),
        noisy: quantile(&floors, 0.95) > 2.0 * quantile(&floors, 0.05),
    }
}

/// The value below which the given share of the sorted values lies.
pub(crate) fn quantile(sorted: &[f64], share: f64) -> f64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a length is an index within it"
    )]
    let index = ((sorted.len() - 1) as f64 * share).round() as usize;
    sorted[index]
}

/// How long `work` takes, in seconds.
pub(crate) fn seconds(work: impl FnOnce()) -> f64 {
    let started = Instant::now();
    work();
    started.elapsed().as_secs_f64()
}

/// A duration as people read it.
pub(crate) fn readable(seconds: f64) -> String {
    let duration = Duration::from_secs_f64(seconds);
    match duration.as_nanos() {
        0..10_000 => format!("{} ns", duration.as_nanos()),
        10_000..10_000_000 => format!("{} µs", duration.as_micros()),
        10_000_000..10_000_000_000 => format!("{} ms", duration.as_millis()),
        _ => format!("{:.1} s", duration.as_secs_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_floor_that_moved_more_than_twofold_is_called_noisy() {
        let steady = |floor| Round {
            candidate: 2.0 * floor,
            floor,
        };
        assert!(!figures(&[steady(1.0), steady(1.2), steady(1.1)]).noisy);
        assert!(figures(&[steady(1.0), steady(3.0), steady(1.1)]).noisy);
    }

    #[test]
    fn ratios_are_taken_round_by_round() {
        let rounds = [(1.0, 1.0), (4.0, 2.0), (9.0, 3.0)]
            .map(|(candidate, floor)| Round { candidate, floor });
        assert!((figures(&rounds).ratio - 2.0).abs() < f64::EPSILON);
    }
}
