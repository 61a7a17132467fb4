//! What the desktop program can be told when it is started.

use std::path::PathBuf;

use clap::Parser;
use rollcall_app::Role;

/// Manage an organization's users, and review them offline.
#[derive(Debug, Clone, Parser)]
#[command(name = "rollcall", version, about)]
pub(crate) struct Arguments {
    /// Keep the profile in this folder.
    #[arg(long, env = "ROLLCALL_HOME", value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    /// Open the demo organization: a real server in this process, with made-up people.
    #[arg(
        long,
        value_name = "ROLE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "admin"
    )]
    pub(crate) demo: Option<Role>,
    /// Open a window, look whether everything works on this computer, print what was found, and end with
    /// status 0 or 1.
    #[arg(long, conflicts_with_all = ["demo", "print_tokens"])]
    pub(crate) self_test: bool,
    /// Print the demo server's address and its tokens as one line of JSON, once it runs.
    #[arg(long)]
    pub(crate) print_tokens: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_opens_as_an_admin_unless_a_role_is_named() {
        let demo = |arguments: &[&str]| Arguments::try_parse_from(arguments).map(|read| read.demo);
        assert_eq!(
            demo(&["rollcall"]).unwrap(),
            None,
            "the profile's own organizations by default"
        );
        assert_eq!(
            demo(&["rollcall", "--demo"]).unwrap(),
            Some(Role::Admin),
            "an Admin can try everything"
        );
        assert_eq!(
            demo(&["rollcall", "--demo=billing_admin"]).unwrap(),
            Some(Role::BillingAdmin),
            "every role can be tried"
        );
        assert!(
            demo(&["rollcall", "--demo=owner"]).is_err(),
            "an unknown role is refused by name"
        );
    }
}
