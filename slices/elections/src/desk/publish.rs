//! Public notices: in Chinese whatever language the office's page is in.

use elections_rules::election::NoticeKind;
use kernel::BodyId;
use kit::{Fault, Site, db::Tx, words::Lang};
use uuid::Uuid;

use crate::store::begin_notice;

/// In which language notices are written.
pub(super) const ZH: Lang = Lang::Chinese;

/// Makes a notice public today.
pub(super) async fn publish(
    tx: &mut Tx,
    site: &Site,
    (kind, subject, congress): (NoticeKind, Uuid, BodyId),
    (title, body): (&str, &str),
) -> Result<(), Fault> {
    begin_notice(tx, (site.new_id(), kind, subject), (congress, site.today()), (title, body)).await
}
