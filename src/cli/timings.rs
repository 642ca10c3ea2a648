//! What took how long: the only clock outside the window.

use std::time::{Duration, Instant};

use super::say;

/// Steps and how long each took, told on standard error if wanted.
#[derive(Debug)]
pub struct Timings {
    wanted: bool,
    start: Instant,
    last: Instant,
}

impl Timings {
    /// Starts the clock.
    pub fn start(wanted: bool) -> Self {
        let now = Instant::now();
        Self { wanted, start: now, last: now }
    }

    /// Tells how long `step` took, which has just ended.
    pub fn step(&mut self, step: &str) {
        let now = Instant::now();
        self.tell(step, now - self.last);
        self.last = now;
    }

    /// Tells how long it is since the start that `what` has happened.
    pub fn since_start(&self, what: &str) {
        self.tell(what, self.start.elapsed());
    }

    fn tell(&self, what: &str, took: Duration) {
        if self.wanted {
            say(&format!("{what}: {:.1} ms", took.as_secs_f64() * 1e3));
        }
    }
}
