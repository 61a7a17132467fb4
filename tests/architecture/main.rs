//! Holds what `docs/architecture.md` says of the whole: who may use whom, where the outside world
//! is named, and that the lists of commands are one list.

#[cfg(test)]
mod commands;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod tree;
