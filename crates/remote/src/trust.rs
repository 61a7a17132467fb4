//! Trying what a server says on a known answer.

use rollcall_model::Version;

/// A version that the resource surely doesn't have, in the form that the server's own have.
pub(crate) fn stale_twin(version: &Version) -> Version {
    const STALE: &str = "rollcall-stale-version";
    let text = version.0.as_str();
    Version(match text.strip_prefix("W/").unwrap_or(text) {
        quoted if quoted.starts_with('"') => {
            let weak = if text.starts_with("W/") { "W/" } else { "" };
            format!("{weak}\"{STALE}\"")
        }
        _ => STALE.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_version_looks_like_the_servers_own() {
        let twin = |text: &str| stale_twin(&Version(text.to_owned())).0;
        assert_eq!(twin("W/\"3\""), "W/\"rollcall-stale-version\"");
        assert_eq!(twin("\"3\""), "\"rollcall-stale-version\"");
        assert_eq!(twin("3"), "rollcall-stale-version");
    }
}
