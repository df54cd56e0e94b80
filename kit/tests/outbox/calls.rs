//! Calls: signed, repeated until they are taken, given up in the open.

use kit::{
    follow::catch_up,
    jobs::{ATTEMPTS, Ran, dead, revive, run_jobs},
    outbox::{self, HOOKS, sign, unsent},
    testing::both,
};

use super::world::{TABLE, file, receiver, tell, with};

#[test]
fn a_call_is_signed_repeated_until_taken_and_the_same_each_time() {
    both(async |site| {
        let site = with(&site, None, true);
        let (url, heard) = receiver(&[503]).await;
        let (ours, theirs) = (site.new_id(), site.new_id());
        let (hook, old) = tell(&site, Some(ours), &url, "suggestion.*").await;
        tell(&site, Some(ours), &url, "roster.* ballot.cast").await;
        tell(&site, Some(theirs), &url, "*").await;
        file(&site, ours).await;
        assert_eq!(catch_up(&site, &[HOOKS]).await.unwrap(), 1);
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 0, failed: 1 });
        let mut tx = site.db().begin().await.unwrap();
        let new = outbox::replace_secret(&mut tx, &site, hook).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        site.set_now(site.now().plus_millis(10_000));
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });

        let heard = heard.lock().unwrap();
        let of = |n: usize, name: &str| heard[n].0[name].to_str().unwrap().to_owned();
        assert_eq!(heard.len(), 2);
        assert_eq!((of(0, "webhook-id"), &heard[0].1), (of(1, "webhook-id"), &heard[1].1));
        assert_eq!(of(1, "webhook-timestamp"), (site.now().millis() / 1000).to_string());
        let signed =
            |secrets: &str| sign(secrets, &of(1, "webhook-id"), site.now().millis() / 1000, &heard[1].1).unwrap();
        assert_eq!(of(1, "webhook-signature"), signed(&format!("{new} {old}")), "while secrets change, both sign");
        let call: serde_json::Value = serde_json::from_str(&heard[1].1).unwrap();
        assert_eq!(call["type"], "suggestion.filed");
        assert_eq!(call["timestamp"], "2026-03-10T02:00:00Z");
        assert_eq!((&call["data"]["fact"]["number"], &call["data"]["seq"]), (&7.into(), &1.into()));
    });
}

#[test]
fn a_receiver_that_is_gone_is_called_no_more() {
    both(async |site| {
        let site = with(&site, None, true);
        let (url, heard) = receiver(&[410]).await;
        tell(&site, None, &url, "*").await;
        for _ in 0..2 {
            file(&site, site.new_id()).await;
            catch_up(&site, &[HOOKS]).await.unwrap();
            run_jobs(&site, TABLE).await.unwrap();
        }
        assert_eq!(heard.lock().unwrap().len(), 1);
        let given_up = unsent(site.db(), 10).await.unwrap();
        assert_eq!(given_up.len(), 1);
        assert!(given_up[0].problem.as_ref().unwrap().contains("410"));
        assert!(!outbox::hooks(&mut site.db(), None).await.unwrap()[0].active);
    });
}

#[test]
fn whoever_keeps_a_hook_sees_its_calls_and_sends_one_again() {
    both(async |site| {
        let site = with(&site, None, true);
        let (url, heard) = receiver(&[500; 8]).await;
        let (hook, _) = tell(&site, None, &url, "suggestion.*").await;
        let (other, _) = tell(&site, None, &url, "roster.*").await;
        let mut tx = site.db().begin().await.unwrap();
        let id = outbox::ping(&mut tx, &site, hook).await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..ATTEMPTS {
            run_jobs(&site, TABLE).await.unwrap();
            site.set_now(site.now().plus_millis(3 * 86_400_000));
        }
        let [call] = &outbox::calls(&mut site.db(), hook, 10).await.unwrap()[..] else { panic!("one call") };
        assert_eq!((call.verb.as_str(), call.state.as_str(), call.status), ("webhook.ping", "failed", Some(500)));
        assert_eq!(call.attempts, i64::from(ATTEMPTS));
        for (hook, there) in [(other, false), (hook, true), (hook, false)] {
            let mut tx = site.db().begin().await.unwrap();
            assert_eq!(outbox::resend(&mut tx, &site, hook, id).await.unwrap(), there);
            tx.commit().await.unwrap();
        }
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 });
        assert!(dead(site.db(), 9).await.unwrap().is_empty(), "what was sent after all is mourned no more");
        let call = outbox::calls(&mut site.db(), hook, 10).await.unwrap().remove(0);
        assert_eq!((call.state.as_str(), call.status, call.problem), ("sent", Some(204), None));
        let ids: std::collections::BTreeSet<String> =
            heard.lock().unwrap().iter().map(|(head, _)| head["webhook-id"].to_str().unwrap().to_owned()).collect();
        assert_eq!(ids.into_iter().collect::<Vec<_>>(), [id.to_string()], "the receiver can tell it is the same");
    });
}

#[test]
fn a_redirect_is_not_followed_and_what_never_succeeds_is_given_up_in_the_open() {
    both(async |site| {
        let site = with(&site, None, true);
        let (url, heard) = receiver(&[302; 8]).await;
        tell(&site, None, &url, "*").await;
        file(&site, site.new_id()).await;
        catch_up(&site, &[HOOKS]).await.unwrap();
        for _ in 0..ATTEMPTS {
            assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 0, failed: 1 });
            site.set_now(site.now().plus_millis(3 * 86_400_000));
        }
        assert_eq!(heard.lock().unwrap().len(), ATTEMPTS as usize);
        assert!(unsent(site.db(), 10).await.unwrap()[0].problem.as_ref().unwrap().contains("302"));
        let mut tx = site.db().begin().await.unwrap();
        assert!(revive(&mut tx, dead(site.db(), 1).await.unwrap()[0].id, site.now()).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(run_jobs(&site, TABLE).await.unwrap(), Ran { done: 1, failed: 0 }, "an operator may try once more");
        assert!(unsent(site.db(), 10).await.unwrap().is_empty());
    });
}

#[test]
fn signatures_are_those_of_the_standard() {
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let body = "{\"test\": 2432232314}";
    // Made with the standard's own Python library, 1.1.0.
    let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    assert_eq!(sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body).unwrap(), expected);
    assert!(sign("secret", "1", 1, "").is_err() && sign("whsec_?", "1", 1, "").is_err());
}
