//! Aligned columns for people, measured as a terminal shows them: an ideograph takes two places, an
//! accent none.

use std::io::{self, Write};

use rollcall_app::writing::visible;
use unicode_width::UnicodeWidthStr;

use super::Cell;

/// Between two columns.
const GAP: usize = 2;

/// How wide each column is, in places of a terminal.
pub(super) struct Widths(Vec<usize>);

impl Widths {
    /// Wide enough for the titles and for these rows. A later, wider cell moves the rest of its line.
    pub(super) fn of(titles: &[String], rows: &[Vec<Cell<'_>>]) -> Self {
        let mut widths: Vec<_> = titles.iter().map(|title| title.width()).collect();
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(visible(&cell.readable()).width());
            }
        }
        Self(widths)
    }
}

/// Titles as they stand over columns.
pub(super) fn capitals(titles: &[String]) -> Vec<String> {
    titles.iter().map(|title| title.to_uppercase()).collect()
}

/// Writes the titles.
pub(super) fn header(to: &mut impl Write, widths: &Widths, titles: &[String]) -> io::Result<()> {
    let titles: Vec<_> = titles.iter().map(Cell::from).collect();
    row(to, widths, &titles)
}

/// Writes a row, without spaces at its end.
pub(super) fn row(to: &mut impl Write, widths: &Widths, cells: &[Cell<'_>]) -> io::Result<()> {
    let mut line = String::new();
    for (width, cell) in widths.0.iter().zip(cells) {
        let cell = cell.readable();
        let cell = visible(&cell);
        let missing = width.saturating_sub(cell.width()) + GAP;
        line.push_str(&cell);
        line.extend(std::iter::repeat_n(' ', missing));
    }
    writeln!(to, "{}", line.trim_end())
}

/// Writes one thing, a field a line; empty fields are left out.
pub(super) fn fields(to: &mut impl Write, titles: &[String], cells: &[Cell<'_>]) -> io::Result<()> {
    let widest = titles.iter().map(|title| title.width()).max();
    let width = widest.unwrap_or_default() + GAP;
    for (title, cell) in titles
        .iter()
        .zip(cells)
        .filter(|(_, cell)| !cell.exact().is_empty())
    {
        writeln!(to, "{title:width$}{}", visible(&cell.readable()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stay_aligned_whatever_the_script() {
        let rows: Vec<Vec<Cell<'_>>> = vec![
            vec!["山田".into(), "x".into()],
            vec!["Zoe\u{308}".into(), "x".into()],
            vec!["Ana\u{1b}".into(), "x".into()],
        ];
        let titles = capitals(&["name".into(), "role".into()]);
        let widths = Widths::of(&titles, &rows);
        let mut written = Vec::new();
        header(&mut written, &widths, &titles).unwrap();
        for cells in &rows {
            row(&mut written, &widths, cells).unwrap();
        }
        let written = String::from_utf8(written).unwrap();
        assert_eq!(
            written, "NAME  ROLE\n山田  x\nZoe\u{308}   x\nAna␛  x\n",
            "cells line up as shown"
        );
    }
}
