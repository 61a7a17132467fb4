//! The port over HTTP: real servers' faults one by one, the network's, and two whole servers.

#[cfg(test)]
mod client;
#[cfg(test)]
mod cut_off;
#[cfg(test)]
mod delta;
#[cfg(test)]
mod discovery;
#[cfg(test)]
mod doubled;
#[cfg(test)]
mod network;
#[cfg(test)]
mod our_server;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod scim2_server;
#[cfg(test)]
mod support;
#[cfg(test)]
mod walks;
#[cfg(test)]
mod whole_users;
#[cfg(test)]
mod workspaces;
#[cfg(test)]
mod writing;
