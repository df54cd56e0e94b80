//! Declares a group of columns once: the struct, its reading, its writing, and which column differs.

use super::{Sql, Val};

/// Declares a struct whose fields are the columns of the same names, for the store of a noun.
#[macro_export]
macro_rules! columns {
    ($(#[$meta:meta])* $name:ident { $first:ident: $first_kind:ty $(, $field:ident: $kind:ty)* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) struct $name {
            pub(crate) $first: $first_kind,
            $(pub(crate) $field: $kind,)*
        }

        impl $crate::db::FromRow for $name {
            fn from_row(row: &mut $crate::db::Row<'_>) -> Result<Self, $crate::Fault> {
                Ok(Self { $first: row.take()? $(, $field: row.take()?)* })
            }
        }

        #[allow(dead_code, reason = "not every group of columns is updated and compared")]
        impl $name {
            /// `a, b, c`, for select and insert.
            pub(crate) const LIST: &'static str = ::std::concat!(::std::stringify!($first) $(, ", ", ::std::stringify!($field))*);
            /// `a = {}, b = {}`, for update.
            pub(crate) const SET: &'static str =
                ::std::concat!(::std::stringify!($first), " = {}" $(, ", ", ::std::stringify!($field), " = {}")*);

            pub(crate) fn vals(self) -> Vec<$crate::db::Val> {
                vec![self.$first.into() $(, self.$field.into())*]
            }

            /// The first column in which the two differ.
            pub(crate) fn differs(&self, other: &Self) -> Option<&'static str> {
                if self.$first != other.$first { return Some(::std::stringify!($first)); }
                $(if self.$field != other.$field { return Some(::std::stringify!($field)); })*
                None
            }
        }
    };
}

/// Binds all values in order.
#[must_use]
pub fn bind_all(sql: Sql, vals: Vec<Val>) -> Sql {
    vals.into_iter().fold(sql, Sql::bind)
}
