//! The log of a program that speaks its reader's language: English, for whoever mends it.

use std::fmt;

use rollcall_language::for_the_record;
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

/// A format of the log, with errors said in the words of the record.
#[derive(Debug, Clone, Copy)]
pub struct InEnglish<F>(pub F);

impl<S, N, F> FormatEvent<S, N> for InEnglish<F>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
    F: FormatEvent<S, N>,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        for_the_record(|| self.0.format_event(context, writer, event))
    }
}
