//! What every command works with: the program, the organization meant, and where to answer.

use std::io::Write;

use rollcall_app::view::{OrganizationCard, WorkspaceChoice};
use rollcall_app::{App, ConnectionId, Failure};
use rollcall_language::say;

use crate::output::Output;
use crate::stop::Stop;

/// The program with one organization chosen.
pub(crate) struct Session<W: Write> {
    pub(crate) app: App,
    pub(crate) organization: ConnectionId,
    pub(crate) card: OrganizationCard,
    pub(crate) output: Output<W>,
}

impl<W: Write> Session<W> {
    /// Chooses the organization that was named, or the only one.
    pub(crate) async fn choose(
        app: App,
        named: Option<&str>,
        output: Output<W>,
    ) -> Result<Self, Stop> {
        let card = one_of(app.organizations().await?, named)?;
        let organization = card.id.parse().map_err(Failure::from)?;
        Ok(Self {
            app,
            organization,
            card,
            output,
        })
    }
}

/// The organization of this name (compared without case), URL or id; without a name the only one.
pub(crate) fn one_of(
    cards: Vec<OrganizationCard>,
    named: Option<&str>,
) -> Result<OrganizationCard, Stop> {
    let all: Vec<_> = cards.iter().map(|card| card.name.clone()).collect();
    let mut matching: Vec<_> = match named {
        None => cards,
        Some(named) => {
            let folded = named.to_lowercase();
            let is_meant = |card: &OrganizationCard| {
                card.id == named
                    || card.name.to_lowercase() == folded
                    || card.url == named.trim_end_matches('/')
            };
            cards.into_iter().filter(is_meant).collect()
        }
    };
    match (matching.len(), named) {
        (1, _) => Ok(matching.remove(0)),
        (0, None) => Err(Stop::WrongUse(say!("terminal-none-connected"))),
        (_, None) => Err(Stop::WrongUse(say!(
            "terminal-which-organization",
            names = all.join(", ")
        ))),
        (0, Some(named)) if all.is_empty() => Err(Stop::WrongUse(say!(
            "terminal-none-connected-called",
            named = named
        ))),
        (0, Some(named)) => Err(Stop::WrongUse(say!(
            "terminal-no-organization",
            named = named,
            names = all.join(", ")
        ))),
        (_, Some(named)) => {
            let which = list(
                matching
                    .iter()
                    .map(|card| (card.url.as_str(), card.id.as_str())),
            );
            Err(Stop::WrongUse(say!(
                "terminal-several-organizations",
                named = named,
                which = which
            )))
        }
    }
}

/// The ids of the workspaces that were named, by name (compared without case) or id.
pub(crate) fn workspaces_named(
    choices: &[WorkspaceChoice],
    named: &[String],
) -> Result<Vec<String>, Stop> {
    named
        .iter()
        .map(|named| workspace_named(choices, named))
        .collect()
}

fn workspace_named(choices: &[WorkspaceChoice], named: &str) -> Result<String, Stop> {
    if let Some(choice) = choices.iter().find(|choice| choice.id == named) {
        return Ok(choice.id.clone());
    }
    let folded = named.to_lowercase();
    let matching: Vec<_> = choices
        .iter()
        .filter(|choice| choice.name.to_lowercase() == folded)
        .collect();
    // Names that differ in case only are told apart by writing them exactly.
    let exact: Vec<_> = matching
        .iter()
        .copied()
        .filter(|choice| choice.name == named)
        .collect();
    match (matching.as_slice(), exact.as_slice()) {
        ([one], _) | (_, [one]) => Ok(one.id.clone()),
        ([], _) => Err(Stop::Undone(say!("terminal-no-workspace", named = named))),
        (several, _) => {
            let which = list(
                several
                    .iter()
                    .map(|choice| (choice.name.as_str(), choice.id.as_str())),
            );
            Err(Stop::Undone(say!(
                "terminal-several-workspaces",
                named = named,
                which = which
            )))
        }
    }
}

fn list<'a>(matches: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    matches
        .map(|(name, id)| format!("{name} ({id})"))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(id: &str, name: &str, url: &str) -> OrganizationCard {
        OrganizationCard {
            id: id.into(),
            name: name.into(),
            url: url.into(),
            colour: 0,
            role: None,
            demo: false,
        }
    }

    fn workspace(id: &str, name: &str) -> WorkspaceChoice {
        WorkspaceChoice {
            id: id.into(),
            name: name.into(),
            users: None,
        }
    }

    #[test]
    fn an_organization_is_named_by_name_url_or_id() {
        let cards = || {
            vec![
                card("1", "Acme", "https://a.example"),
                card("2", "Birch", "https://b.example"),
            ]
        };
        for named in ["acme", "https://a.example/", "1"] {
            assert_eq!(
                one_of(cards(), Some(named)).unwrap().id,
                "1",
                "{named} means Acme"
            );
        }
        let unnamed = one_of(cards(), None).unwrap_err().to_string();
        assert!(
            unnamed.contains("Acme, Birch"),
            "the choice is shown: {unnamed}"
        );
        let unknown = one_of(cards(), Some("Cedar")).unwrap_err().to_string();
        assert!(
            unknown.contains("Acme, Birch"),
            "the choice is shown: {unknown}"
        );
    }

    #[test]
    fn an_ambiguous_organization_is_an_error_that_names_the_matches() {
        let cards = vec![
            card("1", "Acme", "https://a.example"),
            card("2", "ACME", "https://b.example"),
        ];
        let refused = one_of(cards, Some("acme")).unwrap_err().to_string();
        assert!(
            refused.contains("https://a.example (1), https://b.example (2)"),
            "{refused}"
        );
    }

    #[test]
    fn a_workspace_is_named_by_id_or_by_a_name_that_only_it_has() {
        let choices = [
            workspace("w1", "Sales"),
            workspace("w2", "sales"),
            workspace("w3", "Support"),
            workspace("w4", "Twins"),
            workspace("w5", "Twins"),
        ];
        let find = |named: &str| workspaces_named(&choices, &[named.to_owned()]);
        assert_eq!(
            find("support").unwrap(),
            ["w3"],
            "case doesn't matter where one is left"
        );
        assert_eq!(
            find("sales").unwrap(),
            ["w2"],
            "the exact name tells two apart"
        );
        assert_eq!(find("w5").unwrap(), ["w5"]);
        for named in ["SALES", "Twins"] {
            let refused = find(named).unwrap_err().to_string();
            assert!(refused.contains("can mean several workspaces"), "{refused}");
        }
        assert!(
            find("Nowhere")
                .unwrap_err()
                .to_string()
                .contains("No workspace is called Nowhere")
        );
    }
}
