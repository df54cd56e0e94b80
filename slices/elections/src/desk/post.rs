//! The first list of candidates is made public with 基本情况, fifteen days before the election (选举法 32).

use accounts_rules::{Actor, Right};
use elections_rules::election::{Basics, ElectionId, Fact, NoticeKind, Refusal, Verb};
use kernel::Day;
use kit::{Problem, Site, db::Sql, paper::written};
use law_rules::Word as _;
use roster_views::body_name;

use super::{
    publish::{ZH, publish},
    taken::{Taken, refused},
};
use crate::store::{Candidate, District, Election, candidates, districts, save_district};

/// Makes the first list public: everybody nominated, with what is told of each; the day stands with the districts.
///
/// # Errors
/// When nobody is nominated, or it is public.
pub async fn post(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionKeep, Verb::Post)).await?;
    let sql = Sql::new("select 1 from announcement where subject = {} and kind = {}");
    if taken.tx.one::<(i64,)>(sql.bind(id).bind(NoticeKind::FirstList.word())).await?.is_some() {
        return Err(refused(Refusal::FirstListTold));
    }
    let all = candidates(&mut taken.tx, id).await?;
    if all.is_empty() {
        return Err(refused(Refusal::NobodyNominated));
    }
    let found = districts(&mut taken.tx, id).await?;
    posted_today(&mut taken, &found, |district| &mut district.first_list).await?;
    told(&mut taken, &found, &all).await?;
    taken.finish(Fact::FirstListPosted { count: all.len() }).await
}

/// Enters today as the day a list was posted in every district of which no day was entered.
pub(super) async fn posted_today(
    taken: &mut Taken<'_>,
    all: &[District],
    list: fn(&mut District) -> &mut Option<Day>,
) -> Result<(), Problem> {
    for district in all {
        let mut kept = district.clone();
        let day = list(&mut kept);
        if day.is_none() {
            *day = Some(taken.site.today());
            save_district(&mut taken.tx, &kept).await?;
        }
    }
    Ok(())
}

async fn told(taken: &mut Taken<'_>, districts: &[District], all: &[Candidate]) -> Result<(), Problem> {
    let congress = body_name(&mut taken.tx, taken.it.congress).await?;
    let values = [("title", taken.it.title.to_string()), ("congress", congress), ("day", written(taken.it.day))];
    let title = ZH.tf("elections-notice-first-list-title", &values);
    let mut body = ZH.tf("elections-notice-first-list-text", &values).into_owned();
    for district in districts {
        let values = [("district", district.name.to_string()), ("seats", district.seats.to_string())];
        body.push('\n');
        body.push_str(&ZH.tf("elections-notice-first-list-district", values));
        for one in all.iter().filter(|one| one.district == district.id) {
            body.push('\n');
            body.push_str(&line(one));
        }
    }
    body.push('\n');
    body.push_str(&ZH.t("elections-notice-order-congress"));
    let subject = (NoticeKind::FirstList, taken.it.id.uuid(), taken.it.congress);
    Ok(publish(&mut taken.tx, taken.site, subject, (&title, &body)).await?)
}

/// 张三，女，汉族，1975年6月出生，中共党员，大学，农民，某村村民委员会主任。
fn line(one: &Candidate) -> String {
    let Basics { sex, ethnicity, born, party, education, sector } = &one.basics;
    let told = [
        Some(one.name.to_string()),
        sex.map(|sex| ZH.t(&sex.key()).into_owned()),
        ethnicity.as_ref().map(ToString::to_string),
        born.map(|born| {
            let (year, month) = born.parts();
            ZH.tf("elections-born", [("year", year.to_string()), ("month", month.to_string())]).into_owned()
        }),
        party.as_ref().map(ToString::to_string),
        education.as_ref().map(ToString::to_string),
        sector.map(|sector| ZH.t(&sector.key()).into_owned()),
        one.note.as_ref().map(ToString::to_string),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join("，")
}
