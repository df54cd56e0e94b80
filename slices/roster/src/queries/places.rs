//! Areas: one with its way up, what lies in it, and finding one by name.

use kernel::AreaCode;
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row! {
    /// An area as pages show it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AreaLine {
        /// Its code.
        pub code: AreaCode,
        /// Its name.
        pub name: String,
        /// The word for its rung.
        pub level: String,
        /// The word for what it is in law.
        pub kind: String,
    }
}

/// The area and those above it, the highest first.
pub async fn way_to(ask: &mut impl Ask, code: &AreaCode) -> Result<Vec<AreaLine>, Fault> {
    let mut codes = vec![code.clone()];
    while let Some(above) = codes.last().and_then(AreaCode::parent) {
        codes.push(above);
    }
    ask.all(Sql::new("select code, name, level, kind from area where code in ").list(codes).add(" order by code")).await
}

/// What lies in an area, one rung down; the top when nothing is given.
pub async fn inside(ask: &mut impl Ask, code: Option<&AreaCode>) -> Result<Vec<AreaLine>, Fault> {
    let sql = Sql::new("select code, name, level, kind from area");
    let sql = match code {
        Some(code) => sql.add(" where parent = {}").bind(code),
        None => sql.add(" where parent is null"),
    };
    ask.all(sql.add(" order by code")).await
}

/// The villages and communities of a township or street.
pub async fn villages(ask: &mut impl Ask, code: &AreaCode) -> Result<Vec<(AreaCode, String)>, Fault> {
    ask.all(Sql::new("select code, name from village where parent = {} order by code").bind(code)).await
}
