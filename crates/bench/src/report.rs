//! The table that people read, and the same as JSON for whoever compares two runs.

use std::path::Path;

use serde::Serialize;

use crate::measure::{Figures, readable};

/// What a bar asks for: the ratio to hold, and the one to aim at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bar {
    /// Its number in `docs/performance.md`.
    pub(crate) number: &'static str,
    /// What is measured.
    pub(crate) what: &'static str,
    /// What it is measured against.
    pub(crate) floor: &'static str,
    /// The ratio that must hold.
    pub(crate) hold: f64,
    /// The ratio to aim at.
    pub(crate) aim: f64,
}

/// A measured line: one bar may have several, one per variant.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Which bar.
    pub(crate) bar: Bar,
    /// Which variant of it; empty where there is one.
    pub(crate) variant: String,
    /// The unit of the costs.
    pub(crate) unit: Unit,
    /// The figures.
    pub(crate) figures: Figures,
    /// A further condition of the bar, and whether it holds.
    pub(crate) also: Option<(String, bool)>,
}

/// The unit of a cost.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unit {
    /// Time.
    Seconds,
    /// Bytes of body.
    Bytes,
}

impl Line {
    fn verdict(&self) -> &'static str {
        let also = self.also.as_ref().is_none_or(|(_, holds)| *holds);
        match self.figures.ratio {
            _ if self.figures.noisy => "noisy",
            _ if !also => "missed",
            ratio if ratio <= self.bar.aim => "aim reached",
            ratio if ratio <= self.bar.hold => "holds",
            _ => "missed",
        }
    }

    fn cost(&self, value: f64) -> String {
        match self.unit {
            Unit::Seconds => readable(value),
            Unit::Bytes => format!("{value:.0} B"),
        }
    }

    fn what(&self) -> String {
        let mut what = self.bar.what.to_owned();
        if !self.variant.is_empty() {
            what = format!("{what}: {}", self.variant);
        }
        if let Some((also, _)) = &self.also {
            what = format!("{what} ({also})");
        }
        what
    }
}

/// The table as Markdown, so that it can stand in the docs as it is.
pub(crate) fn table(lines: &[Line]) -> String {
    let mut table = String::from(
        "| # | what | floor | ratio | 5–95 % | hold | aim | measured | its floor | verdict |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    for line in lines {
        let Figures {
            ratio,
            low,
            high,
            candidate,
            floor,
            ..
        } = line.figures;
        table += &format!(
            "| {} | {} | {} | {ratio:.2}× | {low:.2}–{high:.2} | {:.2}× | {:.2}× | {} | {} | {} |\n",
            line.bar.number,
            line.what(),
            line.bar.floor,
            line.bar.hold,
            line.bar.aim,
            line.cost(candidate),
            line.cost(floor),
            line.verdict(),
        );
    }
    table
}

#[derive(Serialize)]
struct JsonLine<'a> {
    number: &'a str,
    what: String,
    floor: &'a str,
    ratio: f64,
    low: f64,
    high: f64,
    hold: f64,
    aim: f64,
    candidate: f64,
    floor_cost: f64,
    unit: &'a str,
    verdict: &'a str,
}

/// Writes the lines as JSON.
///
/// # Errors
/// When the file can't be written.
pub(crate) fn write_json(lines: &[Line], path: &Path) -> std::io::Result<()> {
    let lines: Vec<JsonLine<'_>> = lines
        .iter()
        .map(|line| JsonLine {
            number: line.bar.number,
            what: line.what(),
            floor: line.bar.floor,
            ratio: line.figures.ratio,
            low: line.figures.low,
            high: line.figures.high,
            hold: line.bar.hold,
            aim: line.bar.aim,
            candidate: line.figures.candidate,
            floor_cost: line.figures.floor,
            unit: match line.unit {
                Unit::Seconds => "s",
                Unit::Bytes => "B",
            },
            verdict: line.verdict(),
        })
        .collect();
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, serde_json::to_vec_pretty(&lines)?)
}
