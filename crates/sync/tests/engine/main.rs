//! The engine over a fake server: what a read may do to the list, and what becomes of a change.

#[cfg(test)]
mod delta;
#[cfg(test)]
mod failpoints;
#[cfg(test)]
mod held;
#[cfg(test)]
mod network;
#[cfg(test)]
mod organization;
#[cfg(test)]
mod outbox;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod support;
#[cfg(test)]
mod whole_users;
#[cfg(test)]
mod workspaces;
