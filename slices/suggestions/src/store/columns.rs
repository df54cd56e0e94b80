//! Declares a group of columns once: the struct, its reading, its writing, and which column differs.

/// Declares a struct whose fields are the columns of the same names.
macro_rules! columns {
    ($(#[$meta:meta])* $name:ident { $first:ident: $first_kind:ty $(, $field:ident: $kind:ty)* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(in crate::store) struct $name {
            pub(in crate::store) $first: $first_kind,
            $(pub(in crate::store) $field: $kind,)*
        }

        impl kit::db::FromRow for $name {
            fn from_row(row: &mut kit::db::Row<'_>) -> Result<Self, kit::Fault> {
                Ok(Self { $first: row.take()? $(, $field: row.take()?)* })
            }
        }

        #[allow(dead_code, reason = "not every group of columns is updated and compared")]
        impl $name {
            /// `a, b, c`, for select and insert.
            pub(in crate::store) const LIST: &'static str = concat!(stringify!($first) $(, ", ", stringify!($field))*);
            /// `a = {}, b = {}`, for update.
            pub(in crate::store) const SET: &'static str =
                concat!(stringify!($first), " = {}" $(, ", ", stringify!($field), " = {}")*);

            pub(in crate::store) fn vals(self) -> Vec<kit::db::Val> {
                vec![self.$first.into() $(, self.$field.into())*]
            }

            /// The first column in which the two differ.
            pub(in crate::store) fn differs(&self, other: &Self) -> Option<&'static str> {
                if self.$first != other.$first { return Some(stringify!($first)); }
                $(if self.$field != other.$field { return Some(stringify!($field)); })*
                None
            }
        }
    };
}

/// Binds all values in order.
pub(super) fn bind_all(sql: kit::db::Sql, vals: Vec<kit::db::Val>) -> kit::db::Sql {
    vals.into_iter().fold(sql, kit::db::Sql::bind)
}

pub(super) use columns;
