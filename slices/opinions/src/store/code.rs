//! Codes and how often they were scanned.

use kernel::{AreaCode, BodyId, Day, Id, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
    row,
};
use opinions_rules::{CodeId, TargetId};

row! {
    /// A code as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CodeKept {
        /// Its identity.
        pub id: CodeId,
        /// Its own number.
        pub serial: i64,
        /// The number of the key that signed it.
        pub key: i64,
        /// The word of what it leads to.
        pub kind: String,
        /// What it leads to.
        pub target: TargetId,
        /// The congress.
        pub congress: BodyId,
        /// Where it hangs.
        pub place: String,
        /// When it was made.
        pub made: Moment,
        /// When it was revoked.
        pub revoked: Option<Moment>,
        /// What an activity is called.
        pub name: Option<String>,
        /// When it is.
        pub day: Option<Day>,
        /// Where it is, in the tree of places.
        pub area: Option<AreaCode>,
    }
}

impl CodeKept {
    /// The deputy, where it is one's.
    #[must_use]
    pub fn person(&self) -> PersonId {
        Id::from_uuid(self.target.uuid())
    }
}

const SELECT: &str = "select id, serial, key, kind, target, congress, place, made, revoked, name, day, area from code";

/// One code.
pub async fn read_code(ask: &mut impl Ask, id: CodeId) -> Result<Option<CodeKept>, Fault> {
    ask.one(Sql::new(SELECT).add(" where id = {}").bind(id)).await
}

/// The code of a number.
pub async fn of_serial(ask: &mut impl Ask, serial: u64) -> Result<Option<CodeKept>, Fault> {
    let Ok(serial) = i64::try_from(serial) else { return Ok(None) };
    ask.one(Sql::new(SELECT).add(" where serial = {}").bind(serial)).await
}

/// Writes a new one.
pub async fn write_code(tx: &mut Tx, code: &CodeKept) -> Result<(), Fault> {
    let sql =
        Sql::new("insert into code (id, serial, key, kind, target, congress, place, made, name, day, area) values ")
            .list([
                code.id.into(),
                code.serial.into(),
                code.key.into(),
                code.kind.as_str().into(),
                code.target.into(),
                code.congress.into(),
                code.place.as_str().into(),
                kit::db::Val::from(code.made),
                code.name.as_deref().into(),
                code.day.into(),
                code.area.clone().into(),
            ]);
    tx.run(sql).await?;
    Ok(())
}

/// Revokes one; whether it was in force.
pub async fn revoke(tx: &mut Tx, id: CodeId, now: Moment) -> Result<bool, Fault> {
    let sql = Sql::new("update code set revoked = {} where id = {}").bind(now).bind(id);
    Ok(tx.run(sql.add(" and revoked is null")).await? == 1)
}

/// Counts one scan, and nothing about who scanned.
pub async fn scanned(tx: &mut Tx, id: CodeId, day: Day) -> Result<(), Fault> {
    let sql = Sql::new("insert into code_scan (code, day, count) values ({}, {}, 1) on conflict (code, day) ");
    tx.run(sql.bind(id).bind(day).add("do update set count = code_scan.count + 1")).await?;
    Ok(())
}

/// Leads a code to another of its kind.
pub async fn lead(tx: &mut Tx, id: CodeId, to: TargetId) -> Result<(), Fault> {
    tx.run(Sql::new("update code set target = {} where id = {}").bind(to).bind(id)).await?;
    Ok(())
}
