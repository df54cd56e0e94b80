//! Bills with the whole site around them: a demonstration town, its followers, and a bill that becomes a suggestion.

use bills::desk::{self, check::Opinion, decide::Decision};
use bills_rules::{BillId, Disposal, Stage};
use kernel::Text;
use kit::{
    Site,
    db::Sql,
    follow::catch_up,
    testing::{Visitor, both, start},
};

use crate::{behind::FOLLOWERS, demo, routes};

async fn town(site: &Site) -> demo::Accounts {
    let wanted =
        demo::Wanted { size: demo::Size::Town, suggestions: None, gathered: false, seed: Some(3), now: start() };
    demo::fill(site, wanted, |_| {}).await.unwrap()
}

async fn visitor(site: &Site, accounts: &demo::Accounts, who: &str) -> Visitor {
    let account = accounts.accounts.iter().find(|account| account.sign_in == who).unwrap();
    Visitor::with_token(routes::all(site), &account.token)
}

#[test]
fn the_demonstration_has_a_bill_in_every_stage_and_every_row_could_have_been_written() {
    both(async |site| {
        town(&site).await;
        let stages: Vec<(String,)> = site.db().all("select distinct stage from v_bill").await.unwrap();
        for word in Stage::WORDS.into_iter().filter(|word| *word != "referred").chain(["draft"]) {
            assert!(stages.contains(&(word.to_owned(),)), "no bill is {word}");
        }
        let mut breaches = bills::checks::audit(site.db()).await.unwrap();
        breaches.extend(bills::checks::followed(site.db()).await.unwrap());
        assert!(breaches.is_empty(), "{breaches:#?}");
        let breaches = suggestions::checks::audit(site.db()).await.unwrap();
        assert!(breaches.is_empty(), "{breaches:#?}");
    });
}

#[test]
fn a_bill_treated_as_a_suggestion_stands_in_the_offices_list_and_its_signers_are_told() {
    both(async |site| {
        let accounts = town(&site).await;
        catch_up(&site, FOLLOWERS).await.unwrap();
        let sql = Sql::new("select id from v_bill where stage = 'numbered' and organ is null limit 1");
        let (id,) = site.db().one::<(BillId,)>(sql).await.unwrap().unwrap();
        let chief = actor(&site, id).await;
        let reason = Text::parse("属于政府职权。").unwrap();
        let opinion =
            Opinion {
                by: Text::parse("议案审查委员会").unwrap(), proposal: Disposal::Suggestion, reason, seen: None
            };
        desk::check::review(&site, &chief, id, opinion).await.unwrap();
        let decision = Decision { disposal: Disposal::Suggestion, reason: None, report_by: None, seen: None };
        let kept = desk::decide::decide(&site, &chief, id, decision).await.unwrap();
        catch_up(&site, FOLLOWERS).await.unwrap();
        let (suggestion,) = site
            .db()
            .one::<(suggestions_rules::SuggestionId,)>(Sql::new("select suggestion from v_bill where id = {}").bind(id))
            .await
            .unwrap()
            .unwrap();
        let made = suggestions::queries::detail(&site, &chief, suggestion).await.unwrap().suggestion;
        assert_eq!((made.signers(), made.stage.word()), (kept.bill.signers(), "submitted"));
        let mut clerk = visitor(&site, &accounts, "clerk").await;
        let page = clerk.get("/suggestions?stage=submitted").await;
        assert!(page.text.contains(&kept.bill.sheet.title), "{}", page.text);
        let mut signer = visitor(&site, &accounts, "deputy").await;
        let told = format!("主席团对《{}》已作出决定", kept.bill.sheet.title);
        let inbox = signer.get("/notices").await.text;
        assert!(inbox.contains(&told), "{inbox}");
        assert!(bills::checks::followed(site.db()).await.unwrap().is_empty());
    });
}

/// The head of the office of the bill's congress.
async fn actor(site: &Site, bill: BillId) -> accounts_rules::Actor {
    let sql = Sql::new("select b.congress, v.area from v_bill b join v_body v on v.id = b.congress where b.id = {}");
    let (congress, area) = site.db().one(sql.bind(bill)).await.unwrap().unwrap();
    let post = accounts_rules::Post { duty: accounts_rules::Duty::Chief, body: congress, congress, area };
    let account = Some(kernel::Id::from_uuid(uuid_of(site).await));
    accounts_rules::Actor { account, posts: vec![post], ..accounts_rules::Actor::nobody() }
}

/// Some account there is.
async fn uuid_of(site: &Site) -> uuid::Uuid {
    site.db().one::<(uuid::Uuid,)>("select id from v_account limit 1").await.unwrap().unwrap().0
}
