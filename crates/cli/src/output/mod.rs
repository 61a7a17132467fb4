//! What a command answers, in the three formats: for people, for programs, for spreadsheets.

mod cell;
mod table;

use std::io::{self, Write};
use std::marker::PhantomData;

use rollcall_app::view::Delimiter;
use rollcall_app::writing::{CsvWriter, open_list, visible, write_json};
use rollcall_language::say;
use serde::Serialize;

pub(crate) use cell::{Cell, minutes};

/// The format of what is written to standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    #[value(help = say!("help-format-table"))]
    Table,
    #[value(help = say!("help-format-json"))]
    Json,
    #[value(help = say!("help-format-csv"))]
    Csv,
}

/// One thing of an answer. Its fields are the stable JSON.
pub(crate) trait Record: Serialize {
    /// The names of its cells, in their order: the header of the CSV.
    const COLUMNS: &'static [&'static str];

    /// One cell per column.
    fn cells(&self) -> Vec<Cell<'_>>;
}

/// What a column is called, in the reader's language.
pub(crate) type Title = fn() -> String;

/// One thing of an answer that people read by columns, and not as a sentence.
pub(crate) trait Titled: Record {
    /// What its columns are called, in their order.
    const TITLES: &'static [Title];

    /// The same, said; there are as many as columns, or it doesn't compile.
    fn titles() -> Vec<String> {
        const { assert!(Self::TITLES.len() == Self::COLUMNS.len()) }
        Self::TITLES.iter().map(|title| title()).collect()
    }
}

/// Where answers go.
pub(crate) struct Output<W: Write> {
    format: Format,
    to: W,
}

impl<W: Write> Output<W> {
    /// Writes answers in this format.
    pub(crate) fn new(format: Format, to: W) -> Self {
        Self { format, to }
    }

    /// The format asked for.
    pub(crate) fn format(&self) -> Format {
        self.format
    }

    /// Where an answer goes that is written elsewhere.
    pub(crate) fn stream(&mut self) -> &mut W {
        &mut self.to
    }

    /// Answers with one thing.
    pub(crate) fn one<R: Titled>(&mut self, record: &R) -> io::Result<()> {
        if self.format != Format::Table {
            return self.programs_only(record);
        }
        table::fields(&mut self.to, &R::titles(), &record.cells())?;
        self.to.flush()
    }

    /// Answers with one thing that has a sentence of its own: people read that alone.
    pub(crate) fn sentence<R: Record>(&mut self, sentence: &str, record: &R) -> io::Result<()> {
        if self.format != Format::Table {
            return self.programs_only(record);
        }
        writeln!(self.to, "{}", visible(sentence))?;
        self.to.flush()
    }

    /// Answers with one thing that people are told about on the error stream instead.
    pub(crate) fn programs_only<R: Record>(&mut self, record: &R) -> io::Result<()> {
        match self.format {
            Format::Table => return Ok(()),
            Format::Json => {
                write_json(&mut self.to, record)?;
                self.to.write_all(b"\n")?;
            }
            Format::Csv => {
                csv_header::<R>(&mut self.to)?;
                csv_rows(&mut self.to, std::slice::from_ref(record))?;
            }
        }
        self.to.flush()
    }

    /// Answers with a list. In JSON it stands under `name`, beside the fields of `head`.
    pub(crate) fn list<R: Titled>(
        &mut self,
        name: &str,
        head: &impl Serialize,
    ) -> io::Result<List<'_, W, R>> {
        match self.format {
            Format::Table => {}
            Format::Json => open_list(&mut self.to, name, head)?,
            Format::Csv => csv_header::<R>(&mut self.to)?,
        }
        Ok(List {
            output: self,
            widths: None,
            written: 0,
            of: PhantomData,
        })
    }
}

/// A list that is being written, so that its rows need not be in memory together.
pub(crate) struct List<'a, W: Write, R> {
    output: &'a mut Output<W>,
    widths: Option<table::Widths>,
    written: usize,
    of: PhantomData<R>,
}

impl<W: Write, R: Titled> List<'_, W, R> {
    /// Writes some more rows. A table takes its widths from the first ones.
    pub(crate) fn rows(&mut self, records: &[R]) -> io::Result<()> {
        let Output { format, to } = &mut *self.output;
        match format {
            Format::Table => {
                let rows: Vec<_> = records.iter().map(Record::cells).collect();
                if self.widths.is_none() && !rows.is_empty() {
                    let titles = table::capitals(&R::titles());
                    let widths = table::Widths::of(&titles, &rows);
                    table::header(to, &widths, &titles)?;
                    self.widths = Some(widths);
                }
                if let Some(widths) = &self.widths {
                    rows.iter()
                        .try_for_each(|cells| table::row(to, widths, cells))?;
                }
            }
            Format::Json => {
                for (index, record) in records.iter().enumerate() {
                    to.write_all(if self.written + index == 0 {
                        b"\n"
                    } else {
                        b",\n"
                    })?;
                    write_json(to, record)?;
                }
            }
            Format::Csv => csv_rows(to, records)?,
        }
        self.written += records.len();
        Ok(())
    }

    /// Ends the list, and tells how many rows it has.
    pub(crate) fn finish(self) -> io::Result<usize> {
        if self.output.format == Format::Json {
            self.output.to.write_all(b"\n]}\n")?;
        }
        self.output.to.flush()?;
        Ok(self.written)
    }
}

fn csv_header<R: Record>(to: &mut impl Write) -> io::Result<()> {
    let mut csv = CsvWriter::new(to, Delimiter::Comma);
    csv.header(R::COLUMNS.iter().copied())?;
    csv.flush()
}

fn csv_rows<R: Record>(to: &mut impl Write, records: &[R]) -> io::Result<()> {
    let mut csv = CsvWriter::new(to, Delimiter::Comma);
    for record in records {
        csv.row(record.cells().iter().map(Cell::exact))?;
    }
    csv.flush()
}
