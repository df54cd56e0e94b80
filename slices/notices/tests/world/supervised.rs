//! What of supervision has a day.

use kit::{Site, db::Val};

use super::{congress, day, id, part, row, suggestion, unit};

/// An urging letter and a step of a plan, both sent on a day and due on another.
pub async fn supervised(site: &Site, since: &str, due: &str) {
    let (sent, key) = (day(since).start(), id::<()>(95));
    let columns = [
        "id",
        "congress",
        "suggestion",
        "assignment",
        "unit",
        "series",
        "year",
        "n",
        "kind",
        "problem",
        "demand",
        "leader",
        "due",
        "issued",
        "stage",
        "version",
    ];
    let values: Vec<Val> = vec![
        id::<()>(94).into(),
        congress().into(),
        suggestion().into(),
        part().into(),
        unit().into(),
        "督办".into(),
        2026i64.into(),
        1i64.into(),
        "urge".into(),
        "逾期未答复".into(),
        "限期答复".into(),
        "主任".into(),
        due.into(),
        sent.into(),
        "issued".into(),
        1i64.into(),
    ];
    row(site, "urging_letter", &columns, values).await;
    let columns =
        ["id", "congress", "session", "suggestion", "leader", "committee", "basis", "marked", "stage", "version"];
    let values: Vec<Val> = vec![
        key.into(),
        congress().into(),
        id::<()>(96).into(),
        suggestion().into(),
        "主任".into(),
        "城环委".into(),
        "主任会议".into(),
        sent.into(),
        "running".into(),
        1i64.into(),
    ];
    row(site, "key_suggestion", &columns, values).await;
    let values: Vec<Val> = vec![id::<()>(97).into(), key.into(), 0i64.into(), "现场调研".into(), due.into()];
    row(site, "key_step", &["id", "key", "ordinal", "what", "day"], values).await;
}

/// Something the unit is to put right after an inquiry, due on a day.
pub async fn to_put_right(site: &Site, since: &str, due: &str) {
    let (begun, inquiry) = (day(since).start(), id::<()>(98));
    let columns =
        ["id", "congress", "topic", "kind", "day", "place", "leader", "basis", "begun", "told", "stage", "version"];
    let values: Vec<Val> = vec![
        inquiry.into(),
        congress().into(),
        "饮水安全".into(),
        "report".into(),
        since.into(),
        "会议室".into(),
        "主任".into(),
        "主任会议".into(),
        begun.into(),
        begun.into(),
        "held".into(),
        1i64.into(),
    ];
    row(site, "inquiry", &columns, values).await;
    let values: Vec<Val> = vec![
        id::<()>(99).into(),
        inquiry.into(),
        0i64.into(),
        unit().into(),
        "水压不足".into(),
        due.into(),
        0i64.into(),
    ];
    row(site, "inquiry_item", &["id", "inquiry", "ordinal", "unit", "problem", "due", "reported"], values).await;
}
