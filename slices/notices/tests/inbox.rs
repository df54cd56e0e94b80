//! What people find in their inbox: everything that concerns them, once, and nothing they may not see.

use crate::world::*;
use accounts_rules::{Actor, Duty};
use kit::{db::Sql, follow::catch_up, testing::both, words::Lang};
use notices::{
    FOLLOWER,
    inbox::{self, Asked},
};
use notices_rules::Topic;
use suggestions_rules::{Fact, Outcome, Score};

async fn ready(site: &kit::Site) {
    found(site).await;
    assigned(site, "reply", "2026-03-01", "2026-06-01", true).await;
}

fn delivered_fact() -> Fact {
    let to = vec![person(LEAD), person(SECOND)];
    Fact::ReplyDelivered { assignment: part(), round: 1, to, judge_by: day("2026-03-20") }
}

#[test]
fn a_reply_is_told_to_both_signers_once_however_often_the_facts_are_taken_in() {
    both(async |site| {
        ready(&site).await;
        happens(&site, UNIT_CLERK, delivered_fact()).await;
        rewind(&site).await;
        assert_eq!(catch_up(&site, &[FOLLOWER]).await.unwrap(), 1);
        for n in [LEAD, SECOND] {
            assert_eq!(kinds(&site, n).await, ["replied"]);
        }
        for n in [CLERK, CHIEF, UNIT_CLERK, UNIT_HEAD, STRANGER, OPERATOR] {
            assert!(kinds(&site, n).await.is_empty(), "{n}");
        }
        let page = inbox::page(&site, &actor(LEAD), Asked::default(), None, 9).await.unwrap();
        assert_eq!(
            page.items[0].said(Lang::Chinese),
            format!("临江县水利局已答复《{TITLE}》，请在 2026-03-20 前评价。")
        );
        assert!(page.items[0].said(Lang::English).starts_with("临江县水利局 has replied to"));
        assert_eq!(page.items[0].href(), format!("/suggestions/{}", suggestion()));
    });
}

#[test]
fn dissatisfaction_reaches_the_office_and_no_unit_and_nobody_is_told_what_they_did() {
    both(async |site| {
        ready(&site).await;
        let judged = |process| Fact::ReplyJudged {
            assignment: part(),
            round: 1,
            signer: person(LEAD),
            process,
            result: Score::Satisfied,
            reason: None,
        };
        happens(&site, LEAD, judged(Score::Satisfied)).await;
        assert!(kinds(&site, CLERK).await.is_empty(), "what is well is no news");
        happens(&site, LEAD, judged(Score::Dissatisfied)).await;
        assert_eq!(kinds(&site, CLERK).await, ["dissatisfied"]);
        for n in [LEAD, UNIT_CLERK, UNIT_HEAD, STRANGER] {
            assert!(kinds(&site, n).await.is_empty(), "{n}");
        }
        let closed = Fact::Closed { outcome: Outcome::Dissatisfied };
        happens(&site, CLERK, closed).await;
        assert_eq!(kinds(&site, CLERK).await, ["dissatisfied"], "the clerk closed it");
        let page = inbox::page(&site, &actor(UNIT_HEAD), Asked::default(), None, 9).await.unwrap();
        assert_eq!(page.items[0].said(Lang::Chinese), format!("《{TITLE}》已办结。"), "no word on how it came out");
    });
}

#[test]
fn who_loses_the_post_loses_its_notices_and_keeps_the_own() {
    both(async |site| {
        ready(&site).await;
        happens(&site, UNIT_CLERK, Fact::ReplySentToCheck { assignment: part(), round: 1 }).await;
        assert_eq!(kinds(&site, CLERK).await, ["reply-to-check"]);
        assert_eq!(inbox::unread(site.db(), &actor(CLERK)).await.unwrap(), 1);
        let without = Actor { posts: vec![], ..actor(CLERK) };
        let page = inbox::page(&site, &without, Asked::default(), None, 9).await.unwrap();
        assert_eq!((page.items.len(), page.total), (0, 0));
        assert_eq!(inbox::unread(site.db(), &without).await.unwrap(), 0);
        loses_post(&site, CLERK).await;
        happens(&site, UNIT_CLERK, Fact::ReplySentToCheck { assignment: part(), round: 1 }).await;
        assert_eq!(kinds(&site, CLERK).await.len(), 1, "nothing new came");
        assert_eq!(kinds(&site, CHIEF).await.len(), 2);
        happens(&site, CLERK, delivered_fact()).await;
        let retired = Actor { posts: vec![], ..actor(LEAD) };
        let page = inbox::page(&site, &retired, Asked::default(), None, 9).await.unwrap();
        assert_eq!(page.items.len(), 1, "a deputy's own matter stays their own");
    });
}

#[test]
fn notices_are_read_one_by_one_or_all_that_were_shown_and_only_by_their_owner() {
    both(async |site| {
        ready(&site).await;
        for _ in 0..3 {
            happens(&site, UNIT_CLERK, delivered_fact()).await;
            site.set_now(site.now().plus_millis(60_000));
        }
        let lead = actor(LEAD);
        let all = inbox::page(&site, &lead, Asked::default(), None, 2).await.unwrap();
        assert_eq!((all.items.len(), all.total), (2, 3));
        let next = all.next.unwrap().to_string();
        let rest = inbox::page(&site, &lead, Asked::default(), Some(&next), 2).await.unwrap();
        assert!(rest.items.len() == 1 && rest.next.is_none() && rest.items[0].at < all.items[1].at);
        let stranger = inbox::open(&site, &actor(SECOND), rest.items[0].id).await.unwrap_err();
        assert_eq!(why(stranger), "kit-problem-missing");
        inbox::open(&site, &lead, rest.items[0].id).await.unwrap();
        assert_eq!(inbox::unread(site.db(), &lead).await.unwrap(), 2);
        assert_eq!(inbox::read_all(&site, &lead, all.items[1].at).await.unwrap(), 1, "the newest was not shown yet");
        let unread = Asked { unread: true, ..Asked::default() };
        assert_eq!(inbox::page(&site, &lead, unread, None, 9).await.unwrap().items[0].id, all.items[0].id);
        let clocks = Asked { topic: Some(Topic::Clock), ..Asked::default() };
        assert!(inbox::page(&site, &lead, clocks, None, 9).await.unwrap().items.is_empty());
        assert_eq!(inbox::unread(site.db(), &actor(SECOND)).await.unwrap(), 3, "the other's are untouched");
    });
}

#[test]
fn whoever_acts_for_a_deputy_reads_neither_inbox() {
    both(async |site| {
        ready(&site).await;
        happens(&site, UNIT_CLERK, delivered_fact()).await;
        let acting = actor(CLERK).switched_to(person(LEAD), actor(LEAD).posts);
        let refused = inbox::page(&site, &acting, Asked::default(), None, 9).await.unwrap_err();
        assert_eq!(why(refused), "notices-refused-acting");
        assert_eq!(inbox::unread(site.db(), &acting).await.unwrap(), 0);
    });
}

#[test]
fn what_is_kept_names_nobody() {
    both(async |site| {
        ready(&site).await;
        happens(&site, SECOND, Fact::Cosigned { person: person(SECOND) }).await;
        let kept: Vec<(String, String)> = site.db().all("select given, key from notice").await.unwrap();
        assert!(kept.iter().all(|(given, key)| !given.contains("田桂英") && !key.contains(TITLE)), "{kept:?}");
        let page = inbox::page(&site, &actor(LEAD), Asked::default(), None, 9).await.unwrap();
        assert_eq!(page.items[0].said(Lang::Chinese), format!("田桂英代表已附议《{TITLE}》。"));
        assert_eq!(count(&site, Sql::new("select count(*) from notice")).await, 1);
    });
}

#[test]
fn the_office_hears_of_a_post_that_somebody_else_gave() {
    both(async |site| {
        ready(&site).await;
        gives_post(&site, Some(OPERATOR), SECOND, Duty::Chief, office()).await;
        assert_eq!(kinds(&site, SECOND).await, ["post-given"], "the owner is told it as the own");
        for n in [CLERK, CHIEF] {
            let page = inbox::page(&site, &actor(n), Asked::default(), None, 9).await.unwrap();
            let said = page.items[0].said(Lang::Chinese);
            assert!(said.contains("用户8授予用户2“临江县人大联工委"), "{said}");
            assert_eq!(page.items[0].href(), format!("/accounts/{}", account(SECOND)));
        }
        for n in [LEAD, UNIT_CLERK, UNIT_HEAD, STRANGER, OPERATOR] {
            assert!(kinds(&site, n).await.is_empty(), "{n}");
        }
        gives_post(&site, None, CHIEF, Duty::Clerk, office()).await;
        let page = inbox::page(&site, &actor(CLERK), Asked::default(), None, 9).await.unwrap();
        assert!(page.items[0].said(Lang::Chinese).starts_with("系统管理员（在服务器上操作）授予用户4"));
        assert_eq!(
            kinds(&site, CHIEF).await,
            ["post-given", "post-set"],
            "of the own post the office's word is not needed"
        );
    });
}

#[test]
fn of_posts_in_units_only_the_chief_hears() {
    both(async |site| {
        ready(&site).await;
        gives_post(&site, Some(OPERATOR), SECOND, Duty::UnitHead, unit()).await;
        assert_eq!(kinds(&site, CHIEF).await, ["post-set"]);
        assert!(kinds(&site, CLERK).await.is_empty());
        gives_post(&site, Some(CHIEF), SECOND, Duty::UnitClerk, unit()).await;
        assert_eq!(kinds(&site, CHIEF).await, ["post-set"], "what one gave oneself is no news");
    });
}

#[test]
fn tellers_hear_that_they_count_and_the_chief_that_there_is_something_to_announce() {
    use ballots_rules::paper::{Fact, Role};
    both(async |site| {
        found(&site).await;
        let (ballot, round) = (id::<()>(80).uuid(), id::<()>(81).uuid());
        let columns = ["id", "congress", "title", "meeting", "day", "kind", "spec", "made", "version"];
        let values = vec![
            ballot.into(),
            congress().into(),
            "选举副县长".into(),
            "第七次会议".into(),
            "2026-03-10".into(),
            "election".into(),
            "[]".into(),
            1i64.into(),
            1i64.into(),
        ];
        row(&site, "ballot", &columns, values).await;
        let columns =
            ["id", "ballot", "n", "why", "spec", "hash", "members", "present", "opened", "edition", "stage", "version"];
        let mut values = vec![round.into(), ballot.into(), 1i64.into(), "first".into(), "".into(), "".into()];
        values.extend([4i64.into(), 4i64.into(), 1i64.into(), 1i64.into(), "open".into(), 1i64.into()]);
        row(&site, "ballot_round", &columns, values).await;
        for (ordinal, n, role) in [(1i64, LEAD, "counter"), (2, SECOND, "counter"), (3, CLERK, "chief")] {
            let values = vec![round.into(), ordinal.into(), account(n).into(), role.into()];
            row(&site, "ballot_teller", &["round", "ordinal", "account", "role"], values).await;
        }
        recorded(&site, Some(account(CLERK)), round, Fact::TellerNamed { account: account(LEAD), role: Role::Counter })
            .await;
        let differs = Fact::BundleEntered { box_no: 1, n: 1, attempt: 1, agrees: Some(false) };
        recorded(&site, Some(account(SECOND)), round, differs).await;
        recorded(&site, Some(account(CLERK)), round, Fact::RoundReported { edition: 1 }).await;
        for (n, told) in [(LEAD, 2), (SECOND, 0), (CHIEF, 1), (STRANGER, 0), (UNIT_HEAD, 0)] {
            assert_eq!(kinds(&site, n).await.len(), told, "{n}");
        }
        let page = inbox::page(&site, &actor(CHIEF), Asked::default(), None, 9).await.unwrap();
        assert_eq!(page.items[0].said(Lang::Chinese), "《选举副县长》的计票结果已报告，请宣布。");
        assert_eq!(page.items[0].href(), format!("/ballots/rounds/{round}"));
    });
}
