//! CSV (RFC 4180) for spreadsheets: no cell of it is taken for a formula, and every line is a row.

use std::borrow::Cow;
use std::io::{self, Write};

use super::visible;
use crate::view::Delimiter;

/// By this at its beginning some spreadsheets know that a file is UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes rows. What is not flushed may not be written.
pub struct CsvWriter<W: Write>(csv::Writer<W>);

impl<W: Write> CsvWriter<W> {
    /// Writes to `to`, with this between cells.
    pub fn new(to: W, delimiter: Delimiter) -> Self {
        Self(
            csv::WriterBuilder::new()
                .delimiter(delimiter.byte())
                .terminator(csv::Terminator::CRLF)
                .from_writer(to),
        )
    }

    /// Writes the header: words of our own.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn header<'a>(&mut self, columns: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        Ok(self.0.write_record(columns)?)
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> io::Result<()> {
        for cell in cells {
            self.0.write_field(safe(cell.as_ref()).as_bytes())?;
        }
        Ok(self.0.write_record(None::<&[u8]>)?)
    }

    /// Hands on what was written.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
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

    const DELIMITERS: [Delimiter; 3] = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab];

    fn written(delimiter: Delimiter, rows: &[&[&str]]) -> Vec<u8> {
        let mut writer = CsvWriter::new(Vec::new(), delimiter);
        for row in rows {
            writer.row(*row).unwrap();
        }
        writer.flush().unwrap();
        writer.0.into_inner().unwrap()
    }

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_becomes_text() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'␉=1"),
            ("\r=1", "'␍=1"),
            ("\n=1", "'␊=1"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠1", "'＠1"),
            ("a=b", "a=b"),
            ("", ""),
            ("Ana", "Ana"),
        ] {
            assert_eq!(safe(cell), written, "no name runs as a formula");
        }
    }

    #[test]
    fn commas_and_quotes_stay_within_their_cell() {
        assert_eq!(
            written(Delimiter::Comma, &[&["Ruiz, Ana", "the \"boss\"", "x"]]),
            b"\"Ruiz, Ana\",\"the \"\"boss\"\"\",x\r\n",
            "one cell stays one cell"
        );
    }

    #[test]
    fn whatever_stands_in_a_cell_is_read_back_as_one_cell_of_one_line() {
        let cells = [
            "",
            " ",
            ",",
            ";",
            "\t",
            "\"",
            "\"\"",
            "a,b;c\td",
            "say \"hi\", Ana",
            "a\r\nb",
            "\n",
            "'",
            "山田, 太郎",
        ];
        for delimiter in DELIMITERS {
            let rows: Vec<Vec<&str>> = cells
                .iter()
                .flat_map(|left| cells.map(|right| vec![*left, right, "end"]))
                .collect();
            let slices: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            let bytes = written(delimiter, &slices);
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .delimiter(delimiter.byte())
                .from_reader(bytes.as_slice());
            let read: Vec<Vec<String>> = reader.deserialize().collect::<Result<_, _>>().unwrap();
            let expected: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|cell| safe(cell).into_owned()).collect())
                .collect();
            assert_eq!(read, expected, "{delimiter:?}: nothing is lost or moved");
            let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
            assert_eq!(lines, rows.len(), "{delimiter:?}: every line is a row");
        }
    }
}
