//! Every sentence for people, in the language that they read: the catalogues below `locales/`, which the
//! interface reads too.
//!
//! A program speaks one language at a time. It is English until [`speak`] is called, so that a server says
//! the same words wherever it runs.

mod argument;
mod catalogue;
mod language;

pub use argument::Argument;
pub use language::{
    Language, Surface, for_the_record, in_use, of_the_environment, of_the_system, speak,
};

use fluent_bundle::{FluentArgs, FluentValue};

/// A sentence of the catalogue in the language in use; [`say!`] calls it. What is kept is said
/// [`for_the_record`].
///
/// A sentence that a translation leaves out is said in English; an id that no catalogue knows is said as
/// it is. A test of the whole tree holds that neither happens.
#[must_use]
pub fn sentence(id: &str, arguments: &FluentArgs<'_>) -> String {
    catalogue::of(in_use())
        .sentence(id, arguments)
        .or_else(|| catalogue::of(Language::English).sentence(id, arguments))
        .unwrap_or_else(|| id.to_owned())
}

/// A sentence of the catalogue: `say!("seats-taken", seats = 12)`. Its arguments are whatever is an
/// [`Argument`]: a number, which is written and counted as the language does, or a text.
#[macro_export]
macro_rules! say {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::sentence(
            $id,
            &$crate::__arguments([$((stringify!($name), $crate::Argument::value(&$value))),*]),
        )
    };
}

/// For [`say!`] alone.
#[doc(hidden)]
#[must_use]
pub fn __arguments<const N: usize>(
    told: [(&'static str, FluentValue<'static>); N],
) -> FluentArgs<'static> {
    told.into_iter().collect()
}
