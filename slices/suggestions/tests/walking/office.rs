//! What the office does that takes more than one line to try.

use accounts_rules::Actor;
use kit::{Problem, Site, web::api::Once};
use suggestions::desk;
use suggestions_rules::Published;

use super::{
    super::world::{unit, words},
    verbs::{Go, Tried, none},
};

/// The paper of this world, divided after its second sentence.
pub async fn sever(site: &Site, actor: &Actor, go: &Go) -> Tried {
    let pieces = ["情况：便桥年久失修。\n分析：无人养护。", "建议：列入今年养护计划。"]
        .map(|body| suggestions_rules::Piece { title: "关于修桥的建议".to_owned(), body: body.to_owned() });
    let cut = desk::sever::Cut { pieces, reason: words("一事一议") };
    none(desk::sever::sever(site, actor, go.id, go.seen, cut, &Once::default()).await)
}

pub async fn call(site: &Site, actor: &Actor, go: &Go) -> Tried {
    let called = desk::call::Called { with: go.with(), words: words("已电话联系") };
    none(desk::call::call(site, actor, go.id, go.part, called, &Once::default()).await)
}

/// A day to come is taken out of the working week, or put into it.
pub async fn lay_days(site: &Site, actor: &Actor, go: &Go) -> Tried {
    let day = site.today().plus_days(1 + 3 * i32::from(go.pick));
    let working = !site.calendar().works(day);
    let (occasion, source) = ("抗灾停工".to_owned(), "县政府通告".to_owned());
    none(desk::holidays::lay(site, actor, &[Published { day, working, occasion, source }]).await)
}

/// In bulk nobody is refused as a whole: the answer stands with each.
pub async fn assign_many(site: &Site, actor: &Actor, go: &Go) -> Result<(), Problem> {
    let answers = desk::bulk::assign_all(site, actor, vec![(go.id, go.plan())]).await?;
    answers.into_iter().try_for_each(|(_, answer)| answer.map_err(Problem::from))
}

/// A part goes to another unit of this world, or one more of them gets one.
pub async fn reassign(site: &Site, actor: &Actor, go: &Go) -> Tried {
    let to = unit(go.pick % 3 + 1);
    desk::reassign::reassign(site, actor, go.id, go.part, to, words("交办有误")).await.map(Some)
}

pub async fn add_unit(site: &Site, actor: &Actor, go: &Go) -> Tried {
    desk::reassign::add_unit(site, actor, go.id, unit(go.pick % 3 + 1), words("需要配合")).await.map(Some)
}

/// Another category, or one that there is not.
pub async fn reclass(site: &Site, actor: &Actor, go: &Go) -> Tried {
    let category = go.one_of(["social", "other", "agriculture", "none"]);
    desk::check::reclass(site, actor, go.id, category, words("归类有误")).await.map(Some)
}
