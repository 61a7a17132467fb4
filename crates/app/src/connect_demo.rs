//! Opens the demo organization, or opens it as another role.

use rollcall_model::Role;

use crate::view::OrganizationCard;
use crate::{App, Failure};

impl App {
    /// Opens the demo organization, which lives in memory as long as the program. Asked for again, it
    /// is opened anew with the other token.
    ///
    /// # Errors
    /// As [`App::connect`].
    pub async fn connect_demo(
        &self,
        url: &str,
        token: &str,
        role: Role,
    ) -> Result<OrganizationCard, Failure> {
        todo!()
    }
}
