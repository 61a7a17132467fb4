//! `invoices`: the list, and a page to print.

mod download;
mod list;

use std::io::Write;

use crate::arguments::Invoices;
use crate::session::Session;
use crate::stop::Stop;

pub(crate) async fn run<W: Write>(session: Session<W>, asked: Invoices) -> Result<(), Stop> {
    match asked {
        Invoices::List(asked) => list::run(session, asked).await,
        Invoices::Download(asked) => download::run(session, asked).await,
    }
}
