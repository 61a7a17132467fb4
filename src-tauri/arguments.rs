//! What the desktop program can be told when it is started.

use std::path::PathBuf;

use clap::Parser;
use rollcall_app::Role;
use rollcall_language::say;

/// The command line; what its help says is said in the reader's language.
#[derive(Debug, Clone, Parser)]
#[command(name = "rollcall", version, about = say!("help-window"))]
pub(crate) struct Arguments {
    #[arg(help = say!("help-window-home"), long, env = "ROLLCALL_HOME", value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    #[arg(
        help = say!("help-window-demo"),
        long,
        value_name = "ROLE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "admin"
    )]
    pub(crate) demo: Option<Role>,
    #[arg(help = say!("help-window-self-test"))]
    #[arg(long, conflicts_with_all = ["demo", "print_tokens"])]
    pub(crate) self_test: bool,
    #[arg(help = say!("help-window-print-tokens"), long)]
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
