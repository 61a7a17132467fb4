//! `connect`: the server is asked first, and only then is anything kept.

use std::io::Write;

use rollcall_app::App;
use rollcall_app::view::{Connect as Asked, Keep};

use super::organizations::Organization;
use crate::arguments::{Connect, Profile};
use crate::output::Output;
use crate::stop::Stop;
use crate::token_source::read_standard_input;

pub(crate) async fn run(
    app: &App,
    connect: &Connect,
    profile: &Profile,
    output: &mut Output<impl Write>,
) -> Result<(), Stop> {
    let token = match profile.token_source()? {
        Some(source) => source.read()?,
        None => read_standard_input()?,
    };
    let keep = if profile.key_file.is_some() {
        Keep::KeyFile
    } else {
        Keep::Keychain
    };
    let asked = Asked {
        name: connect.name.clone(),
        url: connect.url.clone(),
        token,
        keep,
    };
    let card = app.connect(asked).await?;
    let sentence = match &card.role {
        Some(role) => format!("Connected {} ({}) as {role}.", card.name, card.url),
        None => format!("Connected {} ({}).", card.name, card.url),
    };
    Ok(output.sentence(&sentence, &Organization::from(card))?)
}
