//! The engine over a fake server: what a read may do to the list, and what becomes of a change.

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod changed_elsewhere;
#[cfg(test)]
mod delta;
#[cfg(test)]
mod failpoints;
#[cfg(test)]
mod held;
#[cfg(test)]
mod lost_answers;
#[cfg(test)]
mod network;
#[cfg(test)]
mod organization;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod sending;
#[cfg(test)]
mod support;
#[cfg(test)]
mod waiting;
#[cfg(test)]
mod whole_users;
#[cfg(test)]
mod workspaces;
