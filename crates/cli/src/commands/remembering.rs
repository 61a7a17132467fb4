//! The output of an export that is streamed.

use std::io::{self, Write};

use rollcall_app::Failure;

use crate::stop::Stop;

/// Standard output, which remembers why it failed: that a reader left early is no failure.
pub(crate) struct Remembering<'a, W> {
    to: &'a mut W,
    failed: Option<io::Error>,
}

impl<'a, W: Write> Remembering<'a, W> {
    pub(crate) fn new(to: &'a mut W) -> Self {
        Self { to, failed: None }
    }

    /// What came of it; where the output failed, that.
    pub(crate) fn or_its_failure<T>(self, written: Result<T, Failure>) -> Result<T, Stop> {
        match self.failed {
            Some(error) => Err(error.into()),
            None => Ok(written?),
        }
    }

    fn note<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        done.inspect_err(|error| self.failed = Some(error.kind().into()))
    }
}

impl<W: Write> Write for Remembering<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = self.to.write(bytes);
        self.note(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        let done = self.to.flush();
        self.note(done)
    }
}
