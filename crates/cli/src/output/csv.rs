//! CSV (RFC 4180) for spreadsheets: no cell of it is taken for a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Cell;
use crate::visible::visible;

/// Writes the header.
pub(super) fn header(to: &mut impl Write, columns: &[&str]) -> io::Result<()> {
    write(to, columns.iter().copied())
}

/// Writes a row.
pub(super) fn row(to: &mut impl Write, cells: &[Cell<'_>]) -> io::Result<()> {
    write(to, cells.iter().map(|cell| safe(cell.exact())))
}

fn write<T: AsRef<str>>(to: &mut impl Write, cells: impl Iterator<Item = T>) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(to);
    writer.write_record(cells.map(|cell| cell.as_ref().as_bytes().to_vec()))?;
    writer.flush()
}

/// Puts an apostrophe before a cell that a spreadsheet would run, which shows it as text. Control
/// characters are shown as pictures, after they were looked at.
fn safe(cell: &str) -> Cow<'_, str> {
    let shown = visible(cell);
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            Cow::Owned(format!("'{shown}"))
        }
        _ => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_becomes_text() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'␉=1"),
            ("\r=1", "'␍=1"),
            ("＝1", "'＝1"),
            ("a=b", "a=b"),
            ("", ""),
            ("Ana", "Ana"),
        ] {
            assert_eq!(safe(cell), written, "no name runs as a formula");
        }
    }

    #[test]
    fn commas_and_quotes_stay_within_their_cell() {
        let mut written = Vec::new();
        row(
            &mut written,
            &["Ruiz, Ana".into(), "the \"boss\"".into(), "x".into()],
        )
        .unwrap();
        assert_eq!(
            written, b"\"Ruiz, Ana\",\"the \"\"boss\"\"\",x\r\n",
            "one cell stays one cell"
        );
    }
}
