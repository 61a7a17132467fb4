//! A table: a person a record, with a header or without, by any usual delimiter.

use csv::{ReaderBuilder, StringRecord};

use rollcall_language::say;

use super::columns::Columns;
use super::{Field, Line, MOST, Unreadable, Written, line};

/// What cells are usually separated by; a tie goes to the first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// As many records tell how a table is laid out.
const SAMPLE: usize = 100;
/// A record with more cells was cut at the wrong places.
const MOST_CELLS: usize = 1_000;

/// How a table is laid out.
#[derive(Debug)]
pub(super) struct Layout {
    delimiter: u8,
    columns: Columns,
    has_header: bool,
    /// How much stands before the table: spreadsheets name the delimiter there.
    skipped: usize,
}

/// A record, and where it stands.
struct Record {
    cells: StringRecord,
    /// From 1.
    line: u32,
    start: usize,
    end: usize,
}

impl Layout {
    /// The layout, if the text is a table; a list of addresses is none.
    pub(super) fn of(text: &str, delimiter: Option<u8>) -> Option<Self> {
        let (declared, skipped) = declared(text);
        let table = text.get(skipped..)?;
        let candidates = delimiter
            .or(declared)
            .map_or(DELIMITERS.to_vec(), |one| vec![one]);
        let samples: Vec<(u8, Vec<StringRecord>)> = candidates
            .into_iter()
            .map(|delimiter| {
                let sample = records(table, delimiter, Quotes::Count).take(SAMPLE);
                (delimiter, sample.map(|record| record.cells).collect())
            })
            .collect();
        let layout = |delimiter, columns, has_header| Self {
            delimiter,
            columns,
            has_header,
            skipped,
        };
        let named = samples
            .iter()
            .filter_map(|(delimiter, sample)| Some((*delimiter, Columns::named(sample.first()?)?)))
            .rev()
            .max_by_key(|(_, columns)| columns.known());
        if let Some((delimiter, columns)) = named {
            return Some(layout(delimiter, columns, true));
        }
        samples
            .iter()
            .find_map(|(delimiter, sample)| Some((*delimiter, Columns::guessed(sample)?)))
            .map(|(delimiter, columns)| layout(delimiter, columns, false))
    }

    /// The layout in sentences; with the encoding where one is to be named.
    pub(super) fn words(&self, encoding: Option<&str>) -> String {
        let delimiter = match self.delimiter {
            b',' => "comma",
            b';' => "semicolon",
            b'\t' => "tab",
            b'|' => "bar",
            _ => "other",
        };
        let columns = self.columns.words();
        let read = match encoding {
            None => say!(
                "invitees-as-table",
                delimiter = delimiter,
                columns = columns
            ),
            Some(encoding) => say!(
                "invitees-as-table-in",
                encoding = encoding,
                delimiter = delimiter,
                columns = columns
            ),
        };
        if self.columns.unused.is_empty() {
            return read;
        }
        let unused = self.columns.unused.join(", ");
        format!("{read} {}", say!("invitees-unused", columns = unused))
    }

    /// Every person of the table; one more than [`MOST`] at most.
    pub(super) fn read(&self, text: &str) -> Vec<Line> {
        let before = text.get(..self.skipped).unwrap_or_default();
        let table = text.get(self.skipped..).unwrap_or_default();
        let mut lines = Vec::new();
        let first = lines_in(before);
        let unclosed = self.read_records(table, Quotes::Count, first, &mut lines);
        if let Some((rest, first)) = unclosed {
            // Where one quote isn't closed, the others can't be trusted to belong together.
            self.read_records(rest, Quotes::Text, first, &mut lines);
        }
        lines
    }

    /// Reads the records of `text`, before which `above` lines stand. Where a quote is never closed,
    /// its line is refused, and what comes after it is returned with the number of lines above.
    fn read_records<'t>(
        &self,
        text: &'t str,
        quotes: Quotes,
        above: u32,
        into: &mut Vec<Line>,
    ) -> Option<(&'t str, u32)> {
        let header = usize::from(self.has_header && into.is_empty() && quotes == Quotes::Count);
        for record in records(text, self.delimiter, quotes).skip(header) {
            let number = above + record.line;
            let raw = text.get(record.start..record.end).unwrap_or_default();
            if record.end == text.len() && quotes == Quotes::Count && self.ends_in_a_quote(raw) {
                let (first, rest) = raw.split_once('\n').unwrap_or((raw, ""));
                into.push(refused(
                    number,
                    Written::only(first),
                    Field::Line,
                    say!("invitees-quote"),
                ));
                return Some((rest, number));
            }
            if record.cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            into.push(self.person(number, &record.cells));
            if into.len() > MOST {
                break;
            }
        }
        None
    }

    fn person(&self, number: u32, cells: &StringRecord) -> Line {
        let width = self.columns.width;
        if cells.len() > MOST_CELLS {
            let reason = say!("invitees-cells", count = cells.len(), most = MOST_CELLS);
            return refused(number, self.columns.of(cells), Field::Line, reason);
        }
        if cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
            let reason = say!("invitees-width", count = cells.len(), width = width);
            return refused(number, self.columns.of(cells), Field::Line, reason);
        }
        line(number, self.columns.of(cells))
    }

    /// Whether a quote that opens in this record is still open at its end.
    fn ends_in_a_quote(&self, record: &str) -> bool {
        let (mut quoted, mut at_start) = (false, true);
        let mut bytes = record.bytes().peekable();
        while let Some(byte) = bytes.next() {
            match byte {
                b'"' if quoted && bytes.peek() == Some(&b'"') => {
                    bytes.next();
                }
                b'"' if quoted || at_start => quoted = !quoted,
                _ => {}
            }
            at_start = !quoted && (byte == self.delimiter || byte == b'\n');
        }
        quoted
    }
}

/// Whether quotes hold a cell together, or are text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    Count,
    Text,
}

fn refused(number: u32, written: Written, field: Field, reason: String) -> Line {
    Line {
        number,
        written: written.cut(),
        read: Err(Unreadable { field, reason }),
        double_of: None,
    }
}

/// The records, blank lines left out.
fn records(text: &str, delimiter: u8, quotes: Quotes) -> impl Iterator<Item = Record> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(quotes == Quotes::Count)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut line = 1;
    let mut counted_to = 0;
    std::iter::from_fn(move || {
        let mut cells = StringRecord::new();
        let before = usize::try_from(reader.position().byte()).ok()?;
        // Cells of text are text, and nothing is read from a disk: the only end is that of the text.
        if !reader.read_record(&mut cells).ok()? {
            return None;
        }
        let end = usize::try_from(reader.position().byte()).ok()?;
        let blank = text
            .get(before..)?
            .bytes()
            .take_while(|byte| *byte == b'\n');
        let start = before + blank.count();
        line += lines_in(text.get(counted_to..start)?);
        counted_to = start;
        Some(Record {
            cells,
            line,
            start,
            end,
        })
    })
}

fn lines_in(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}

/// The delimiter that the first line names (`sep=;`), and how long that line is.
fn declared(text: &str) -> (Option<u8>, usize) {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    match first
        .trim_end_matches('\n')
        .strip_prefix("sep=")
        .map(str::as_bytes)
    {
        Some([delimiter]) if delimiter.is_ascii() => (Some(*delimiter), first.len()),
        _ => (None, 0),
    }
}
