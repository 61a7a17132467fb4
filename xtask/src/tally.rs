//! Sums what passed and failed over runners that each have their own closing line.

use std::fmt::{self, Display};

/// How many passed, how many failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests and steps that passed.
    pub(crate) passed: u64,
    /// Tests and steps that failed.
    pub(crate) failed: u64,
}

impl Tally {
    /// A step that is one thing: format, lints, types.
    pub(crate) fn of_step(succeeded: bool) -> Self {
        Self {
            passed: succeeded.into(),
            failed: (!succeeded).into(),
        }
    }

    /// What became of a runner whose tests were counted: one that ends badly without naming a
    /// failed test (it did not compile, it crashed, it found none) is itself the failure.
    pub(crate) fn of_runner(counted: Self, succeeded: bool) -> Self {
        let unexplained = counted.failed == 0 && (!succeeded || counted.passed == 0);
        Self {
            passed: counted.passed,
            failed: counted.failed + u64::from(unexplained),
        }
    }

    /// Adds another.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Adds what a line of cargo's test runner tells, if it is a closing one:
    /// `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
    pub(crate) fn add_cargo_line(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            let counts = result.split_once(". ").map_or(result, |(_, counts)| counts);
            self.add(Self {
                passed: before(counts, ';', "passed"),
                failed: before(counts, ';', "failed"),
            });
        }
    }

    /// Adds what a line of vitest tells, if it is the one about tests:
    /// `Tests  1 failed | 11 passed (12)`.
    pub(crate) fn add_vitest_line(&mut self, line: &str) {
        let line = without_colours(line);
        if let Some(counts) = line.trim_start().strip_prefix("Tests ") {
            let counts = counts.split_once('(').map_or(counts, |(counts, _)| counts);
            self.add(Self {
                passed: before(counts, '|', "passed"),
                failed: before(counts, '|', "failed"),
            });
        }
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Some CI systems force colours on whatever is told not to use them.
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        plain + part.split_once('m').map_or("", |(_, rest)| rest)
    })
}

/// The number that stands before a word, in a list with the given separator.
fn before(counts: &str, separator: char, word: &str) -> u64 {
    let numbers = counts
        .split(separator)
        .filter_map(|part| part.trim().strip_suffix(word));
    numbers
        .filter_map(|number| number.trim().parse::<u64>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_closing_line_of_cargo_counts() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test a ... ok",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 40 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            tally.add_cargo_line(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 43,
                failed: 2
            },
            "the sum is over all test programs"
        );
    }

    #[test]
    fn vitest_is_counted_by_tests_and_not_by_files() {
        let mut tally = Tally::default();
        for line in [
            " Test Files  1 failed | 2 passed (3)",
            "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[31m1 failed\u{1b}[39m | 11 passed | 2 skipped (14)",
        ] {
            tally.add_vitest_line(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 11,
                failed: 1
            },
            "files are no tests"
        );
    }

    #[test]
    fn a_runner_that_did_not_compile_is_a_failure() {
        let broken = Tally::of_runner(Tally::default(), false);
        assert_eq!(
            broken,
            Tally {
                passed: 0,
                failed: 1
            },
            "no tests run is never success"
        );
        let crashed = Tally::of_runner(
            Tally {
                passed: 7,
                failed: 0,
            },
            false,
        );
        assert_eq!(
            crashed,
            Tally {
                passed: 7,
                failed: 1
            },
            "a crash counts although no test was named"
        );
        let empty = Tally::of_runner(Tally::default(), true);
        assert_eq!(
            empty,
            Tally {
                passed: 0,
                failed: 1
            },
            "a runner that found no test is misconfigured"
        );
        let named = Tally::of_runner(
            Tally {
                passed: 7,
                failed: 2,
            },
            false,
        );
        assert_eq!(
            named,
            Tally {
                passed: 7,
                failed: 2
            },
            "named failures are not counted twice"
        );
    }
}
