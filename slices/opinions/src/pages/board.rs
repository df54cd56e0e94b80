//! 站码 as a picture, for the wall board of its station: the newest that is in force.

use axum::{
    extract::{Path, State},
    http::header::CONTENT_TYPE,
    response::{IntoResponse as _, Response},
};
use fast_qr::{
    QRBuilder,
    convert::{Builder as _, Shape, svg::SvgBuilder},
};
use kit::{Fault, Problem, Site, db::Sql};
use opinions_rules::{CodeId, TargetId};

use super::codes::base;
use crate::{desk::codes, store};

/// What hangs on a wall is for everybody.
pub async fn picture(State(site): State<Site>, Path(id): Path<TargetId>) -> Result<Response, Problem> {
    let sql = Sql::new("select id from code where kind = 'station' and revoked is null and target = {}").bind(id);
    let found: Option<(CodeId,)> = site.db().one(sql.add(" order by made desc, id desc limit 1")).await?;
    let (newest,) = found.ok_or_else(Problem::missing)?;
    let code = store::read_code(&mut site.db(), newest).await?.ok_or_else(Problem::missing)?;
    let address = format!("{}/c/{}", base(&site), codes::printed(&site, &code).await?);
    let squares = QRBuilder::new(address).build();
    let squares = squares.map_err(|error| Fault::new(format_args!("a code is too long: {error:?}")))?;
    let drawn = SvgBuilder::default().shape(Shape::Square).margin(2).to_str(&squares);
    Ok(([(CONTENT_TYPE, "image/svg+xml")], drawn).into_response())
}
