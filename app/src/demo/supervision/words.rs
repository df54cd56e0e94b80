//! What the office wrote and said: the words of a report on the handling, calls to deputies who have not judged, and a paper with two
//! matters that became two.

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, PersonId};
use kit::{Problem, Site, db::Sql, web::api::Once};
use suggestions::{
    desk::{
        Saw,
        call::{Called, call},
        draft,
        sever::{Cut, sever},
        submit,
    },
    queries,
};
use suggestions_rules::{AssignmentId, Piece, Sheet, Source, SuggestionId};
use supervision::desk::annual::{AnnualWanted, ExampleWanted, write};
use supervision_rules::SessionId;

use super::{Office, text};

const ROAD: &str =
    "情况：镇中心小学门前道路没有人行横道，上下学时段车辆多、车速快。\n请在校门前施划人行横道并设置减速带。";
const WATER: &str = "情况：镇区东片自来水水压不足，夏季用水高峰期三楼以上经常停水。\n请对东片供水管网加压改造。";

impl Office {
    /// The words beside the numbers of the latest session of which something was closed.
    pub(super) async fn annual(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new("select s.session, s.id from v_suggestion s join v_session x on x.id = s.session")
            .add(" where s.stage = 'closed' and s.number is not null and s.congress = {}")
            .bind(self.congress)
            .add(" order by x.opened desc, s.closed, s.id limit 2");
        let found: Vec<(SessionId, SuggestionId)> = site.db().all(sql).await?;
        let Some((session, _)) = found.first().copied() else { return Ok(()) };
        let told = [
            "承办单位主要负责人三次到现场，与代表一起确定方案，年内完工，代表当场表示满意。",
            "答复前逐条征求代表意见，能办的马上办，暂时不能办的讲清原因和时间。",
        ];
        let mut examples = Vec::new();
        for ((of, suggestion), words) in found.into_iter().zip(told) {
            if of == session {
                examples.push(ExampleWanted { suggestion, words: text(words)? });
            }
        }
        let wanted = AnnualWanted {
            examples,
            problems: Some(text(
                "一是少数单位重答复、轻落实，承诺事项跟踪不够；二是会办意见提交偏晚，影响主办单位按期答复；\
                 三是部分答复针对性不强，没有逐条回应代表的要求。",
            )?),
            plan: Some(text(
                "一是把承诺事项纳入台账，按季度通报；二是对逾期未答复的及时发督办通知单；三是办结半年后开展回头看。",
            )?),
            version: 0,
        };
        write(site, &self.chief(), (self.congress, session), wanted).await.map(drop)
    }

    /// Two deputies who have not judged were telephoned.
    pub(super) async fn calls(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new("select a.suggestion, a.id, d.signer from v_assignment a join v_delivery d")
            .add(" on d.assignment = a.id and d.judged is null where a.awaits = 'judgement' and a.congress = {}")
            .bind(self.congress)
            .add(" and d.round = (select max(o.round) from v_delivery o where o.assignment = a.id)")
            .add(" order by a.id, d.signer limit 20");
        let mut found: Vec<(SuggestionId, AssignmentId, PersonId)> = site.db().all(sql).await?;
        found.dedup_by_key(|(_, part, _)| *part);
        for (id, part, with) in found.into_iter().take(2) {
            let called =
                Called { with, words: text("已电话联系，代表说看过答复，近日登录评价。")? };
            call(site, &self.chief(), id, part, called, &Once::default()).await?;
        }
        Ok(())
    }

    /// A deputy handed in one paper on two matters, and the office made two of it.
    pub(super) async fn two_of_one(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new("select p.account, a.person from v_post p join v_account a on a.id = p.account")
            .add(" where p.duty = 'deputy' and p.congress = {} and a.person is not null and a.closed is null")
            .bind(self.congress)
            .add(" and p.until is null order by p.account desc limit 1");
        let Some((account, person)) = site.db().one::<(AccountId, PersonId)>(sql).await? else { return Ok(()) };
        let (congress, area) = (self.congress, self.area.clone());
        let post = Post { duty: Duty::Deputy, body: congress, congress, area };
        let deputy = Actor { account: Some(account), person: Some(person), posts: vec![post], ..Actor::nobody() };
        let sheet = Sheet {
            title: "关于改善镇区出行和供水的建议".to_owned(),
            body: format!("{ROAD}\n{WATER}"),
            source: Some(Source::Citizens),
            publish: Some(true),
            ..Sheet::default()
        };
        let id = draft::begin(site, &deputy, congress, sheet, &Once::default()).await?;
        submit::submit(site, &deputy, id, Saw::Unsaid).await?;
        let seen = queries::standing(&mut site.db(), id).await?.ok_or_else(Problem::missing)?.version;
        let piece = |title: &str, body: &str| Piece { title: title.to_owned(), body: body.to_owned() };
        let pieces = [piece("关于改善镇中心小学门前出行的建议", ROAD), piece("关于改造镇区东片供水管网的建议", WATER)];
        let cut = Cut {
            pieces, reason: text("一件建议反映两个事项，分属不同单位，拆开分别办理。")?
        };
        sever(site, &self.chief(), id, seen, cut, &Once::default()).await.map(drop)
    }
}
