//! `connect`: the server is asked first, and only then is anything kept.

use std::io::Write;

use rollcall_app::App;
use rollcall_app::view::{Connect as Asked, Keep};
use rollcall_language::say;

use super::organizations::Organization;
use crate::arguments::Connect;
use crate::output::Output;
use crate::stop::Stop;

pub(crate) async fn run(
    app: &App,
    connect: Connect,
    token: String,
    keep: Keep,
    output: &mut Output<impl Write>,
) -> Result<(), Stop> {
    let asked = Asked {
        name: connect.name,
        url: connect.url,
        token,
        keep,
    };
    let card = app.connect(asked).await?;
    let sentence = match &card.role {
        Some(role) => say!(
            "terminal-connected-as",
            name = card.name,
            url = card.url,
            role = role
        ),
        None => say!("terminal-connected", name = card.name, url = card.url),
    };
    Ok(output.sentence(&sentence, &Organization::from(card))?)
}
