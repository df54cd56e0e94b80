//! Webhooks: of one's own congress, of what is offered, with a secret that is shown once.

use crate::world::*;
use kernel::BodyId;
use kit::{follow::catch_up, outbox::HOOKS, testing::both, web::api::Once};
use notices::hooks::{self, Wanted};
use suggestions_rules::Fact;

fn wanted(congress: Option<BodyId>) -> Wanted {
    Wanted { congress, url: "https://oa.example.cn/in".to_owned(), verbs: vec!["suggestion.returned".to_owned()] }
}

#[test]
fn a_chief_keeps_the_webhooks_of_the_own_congress_and_no_other() {
    both(async |site| {
        found(&site).await;
        let (id, secret) = hooks::add(&site, &actor(CHIEF), &wanted(Some(congress())), &Once::default()).await.unwrap();
        assert!(secret.unwrap().starts_with("whsec_"));
        for (n, over) in [(CHIEF, Some(beside())), (CHIEF, None), (CLERK, Some(congress())), (LEAD, Some(congress()))] {
            let refused = hooks::add(&site, &actor(n), &wanted(over), &Once::default()).await.unwrap_err();
            assert!(why(refused).starts_with("accounts-refused-"), "{n}");
        }
        for n in [STRANGER, CLERK, UNIT_HEAD] {
            assert_eq!(why(hooks::one(&site, &actor(n), id).await.unwrap_err()), "kit-problem-missing");
            assert_eq!(why(hooks::remove(&site, &actor(n), id).await.unwrap_err()), "kit-problem-missing");
        }
        assert!(hooks::all(&site, &actor(STRANGER)).await.unwrap().is_empty());
        hooks::add(&site, &actor(OPERATOR), &wanted(None), &Once::default()).await.unwrap();
        assert_eq!(hooks::all(&site, &actor(OPERATOR)).await.unwrap().len(), 2);
        let own = hooks::all(&site, &actor(CHIEF)).await.unwrap();
        assert_eq!(own[0].congress.as_deref(), Some("临江县人民代表大会"));
        hooks::remove(&site, &actor(CHIEF), id).await.unwrap();
        assert!(hooks::all(&site, &actor(CHIEF)).await.unwrap().is_empty());
    });
}

#[test]
fn it_is_told_what_is_offered_and_drafts_and_scores_are_not() {
    both(async |site| {
        found(&site).await;
        for verb in ["suggestion.drafted", "suggestion.reply-judged", "account.signed_in", "*", "suggestion.*"] {
            let asked = Wanted { verbs: vec![verb.to_owned()], ..wanted(Some(congress())) };
            assert_eq!(
                why(hooks::add(&site, &actor(CHIEF), &asked, &Once::default()).await.unwrap_err()),
                "notices-wrong-verbs"
            );
        }
        for (url, key) in [("http://oa.example.cn", "hook-not-https"), ("https://10.0.0.1/", "hook-private")] {
            let asked = Wanted { url: url.to_owned(), ..wanted(Some(congress())) };
            assert_eq!(why(hooks::add(&site, &actor(CHIEF), &asked, &Once::default()).await.unwrap_err()), key);
        }
        assert!(hooks::all(&site, &actor(CHIEF)).await.unwrap().is_empty(), "nothing was kept");
    });
}

#[test]
fn a_request_repeated_under_its_key_adds_one_webhook_and_does_not_tell_its_secret_again() {
    both(async |site| {
        found(&site).await;
        let once = Once::form("key", "/api/webhooks", &()).unwrap();
        let (first, secret) = hooks::add(&site, &actor(CHIEF), &wanted(Some(congress())), &once).await.unwrap();
        let again = hooks::add(&site, &actor(CHIEF), &wanted(Some(congress())), &once).await.unwrap();
        assert!(secret.is_some());
        assert_eq!(again, (first, None));
        assert_eq!(hooks::all(&site, &actor(CHIEF)).await.unwrap().len(), 1);
    });
}

#[test]
fn it_is_tested_paused_given_new_secrets_and_what_it_was_told_is_seen() {
    both(async |site| {
        found(&site).await;
        assigned(&site, "reply", "2026-03-01", "2026-06-01", true).await;
        let chief = actor(CHIEF);
        let (id, old) = hooks::add(&site, &chief, &wanted(Some(congress())), &Once::default()).await.unwrap();
        assert_ne!(Some(hooks::replace_secret(&site, &chief, id).await.unwrap()), old);
        hooks::retire_old_secrets(&site, &chief, id).await.unwrap();
        hooks::ping(&site, &chief, id).await.unwrap();
        happens(&site, CLERK, Fact::Returned { reason: id_of_nothing() }).await;
        catch_up(&site, &[HOOKS]).await.unwrap();
        let (_, calls) = hooks::one(&site, &chief, id).await.unwrap();
        let verbs: Vec<&str> = calls.iter().map(|call| call.verb.as_str()).collect();
        assert_eq!(verbs.len(), 2);
        assert!(verbs.contains(&"suggestion.returned") && verbs.contains(&"webhook.ping"));
        hooks::set_active(&site, &chief, id, false).await.unwrap();
        assert_eq!(why(hooks::ping(&site, &chief, id).await.unwrap_err()), "notices-refused-paused");
        let again = hooks::resend(&site, &chief, id, calls[0].id).await.unwrap_err();
        assert_eq!(why(again), "kit-problem-missing", "it was not given up");
        let facts: Vec<(String,)> =
            site.db().all("select verb from journal where verb like 'webhook.%' order by seq").await.unwrap();
        let facts: Vec<&str> = facts.iter().map(|(verb,)| verb.as_str()).collect();
        assert_eq!(facts, ["webhook.added", "webhook.secret-replaced", "webhook.secrets-retired", "webhook.paused"]);
    });
}

fn id_of_nothing() -> suggestions_rules::RemarkId {
    id(90)
}
