//! Activation, signing in, lock-out.

use crate::world::{OTHER, PASSWORD, desk, from, key, known, story};
use accounts::{activation, authority, issue, sign_in::Entry, tokens};
use accounts_rules::{Duty, Right};
use kernel::Text;
use kit::web::session;

const MINUTE: i64 = 60_000;

#[test]
fn tan_xuemei_activates_her_account_with_the_code_from_the_slip_and_signs_in() {
    story(|world| async move {
        let slip = world.slip("谭雪梅", Duty::Clerk, world.office).await;
        let refused = world.sign_in("谭雪梅", PASSWORD, &desk()).await.unwrap_err();
        assert_eq!(refused, "accounts-refused-wrong", "before activation nothing opens the account");

        let typed = slip.code.to_string().to_lowercase();
        let weak = activation::redeem(&world.site, &typed, "谭雪梅谭雪梅谭雪梅谭", &desk()).await.unwrap_err();
        assert_eq!(key(&weak), "accounts-password-own");
        activation::redeem(&world.site, &typed, PASSWORD, &desk()).await.unwrap();

        let again = activation::redeem(&world.site, &typed, OTHER, &desk()).await.unwrap_err();
        assert_eq!(key(&again), "accounts-refused-code", "a code is good once");
        assert!(matches!(world.sign_in(" 谭雪梅 ", PASSWORD, &desk()).await, Ok(Entry::In(_))));
        assert_eq!(world.sign_in("谭雪梅", OTHER, &desk()).await.unwrap_err(), "accounts-refused-wrong");
        assert_eq!(world.sign_in("谭雪", PASSWORD, &desk()).await.unwrap_err(), "accounts-refused-wrong");

        let actor = world.actor(slip.account).await;
        assert_eq!(actor.name, "谭雪梅");
        assert!(actor.may(Right::SuggestionCheck, world.yuelu).is_ok());
        assert!(actor.may(Right::SuggestionCheck, world.lianhua).is_err(), "not below");
        assert!(actor.may(Right::SuggestionCheck, world.city).is_err(), "not above");
        let verbs = world.verbs().await;
        let expected = [
            "account.issued",
            "post.issued",
            "account.code_issued",
            "account.activated",
            "account.signed_in",
            "account.signed_in",
        ];
        assert_eq!(verbs, expected);
    });
}

#[test]
fn a_new_code_makes_the_old_one_void_and_each_runs_out() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let first = world.slip("谭雪梅", Duty::Clerk, world.office).await;
        let second = activation::issue_code(&world.site, &chief, first.account).await.unwrap();
        let old = activation::owner(&world.site, first.code.bare(), &desk()).await.unwrap_err();
        assert_eq!(key(&old), "accounts-refused-code");
        assert!(activation::owner(&world.site, second.code.bare(), &desk()).await.is_ok());
        world.later(31 * 24 * 60 * MINUTE);
        let late = activation::owner(&world.site, second.code.bare(), &desk()).await.unwrap_err();
        assert_eq!(key(&late), "accounts-refused-code");
    });
}

#[test]
fn a_stranger_guessing_at_an_account_locks_out_only_themself() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let stranger = from("203.0.113.9");
        for _ in 0..5 {
            assert_eq!(
                world.sign_in("谭雪梅", "不是这个密码吧您说呢", &stranger).await.unwrap_err(),
                "accounts-refused-wrong"
            );
        }
        for _ in 0..20 {
            let told = world.sign_in("谭雪梅", PASSWORD, &stranger).await.unwrap_err();
            assert_eq!(told, "accounts-refused-wait", "even the right password is not heard from there");
        }
        assert!(world.sign_in("谭雪梅", PASSWORD, &desk()).await.is_ok(), "her own desk is another address");
        world.later(MINUTE);
        assert!(world.sign_in("谭雪梅", PASSWORD, &stranger).await.is_ok(), "after the waiting time it is heard again");
    });
}

#[test]
fn a_device_that_signed_in_before_passes_while_its_address_is_barred() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let Ok(Entry::In(entered)) = world.sign_in("谭雪梅", PASSWORD, &desk()).await else {
            panic!("she signs in")
        };
        for number in 0..60 {
            // A colleague's machine at the same address tries one name after another.
            let _told = world.sign_in(&format!("某人{number}"), "不是这个密码吧您说呢", &desk()).await;
        }
        assert_eq!(world.sign_in("谭雪梅", PASSWORD, &desk()).await.unwrap_err(), "accounts-refused-wait");
        let her = known("10.43.1.4", &entered);
        assert!(world.sign_in("谭雪梅", PASSWORD, &her).await.is_ok());
        world.staff("邓建国", Duty::Chief, world.office).await;
        assert_eq!(
            world.sign_in("邓建国", OTHER, &her).await.unwrap_err(),
            "accounts-refused-wait",
            "it is hers alone"
        );
    });
}

#[test]
fn guesses_sent_all_at_once_are_counted_one_by_one() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let stranger = from("203.0.113.9");
        let tries = (0..12).map(|_| world.sign_in("谭雪梅", "不是这个密码吧您说呢", &stranger));
        let told = futures_util::future::join_all(tries).await;
        let heard = told.iter().filter(|told| matches!(told, Err(key) if key == "accounts-refused-wrong")).count();
        assert_eq!(heard, 5);
    });
}

#[test]
fn signing_in_by_telephone_works_and_a_name_taken_gets_a_number() {
    story(|world| async move {
        let first = world.slip("王伟", Duty::UnitClerk, world.unit).await;
        let second = world.slip("王伟", Duty::UnitClerk, world.unit).await;
        assert_eq!((first.sign_in.as_str(), second.sign_in.as_str()), ("王伟", "王伟2"));
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let order = issue::Order {
            name: Text::parse("刘 芳").unwrap(),
            sign_in: None,
            phone: accounts_rules::Phone::parse("13800005678").ok(),
            person: None,
            congress: Some(world.yuelu),
            posts: Vec::new(),
        };
        let slip = issue::open(&world.site, &clerk, order.clone()).await.unwrap();
        activation::redeem(&world.site, slip.code.bare(), PASSWORD, &desk()).await.unwrap();
        assert!(world.sign_in("+86 138 0000 5678", PASSWORD, &desk()).await.is_ok());
        let twice = issue::open(&world.site, &clerk, order).await.unwrap_err();
        assert_eq!(key(&twice), "accounts-refused-phone-taken");
    });
}

#[test]
fn all_deputies_of_a_congress_get_accounts_at_once_but_those_of_a_higher_one() {
    story(|world| async move {
        world.deputy(21, "王伟", "wang wei", &[world.lianhua]).await;
        world.deputy(22, "王伟", "wang wei", &[world.lianhua]).await;
        let double = world.deputy(23, "罗湘君", "luo xiang jun", &[world.lianhua, world.yuelu]).await;
        let chief = world.staff("向小红", Duty::Chief, world.lianhua_office).await;
        let opened = issue::open_for_deputies(&world.site, &chief, world.lianhua, false).await.unwrap();
        let names: Vec<&str> = opened.slips.iter().map(|slip| slip.sign_in.as_str()).collect();
        assert_eq!(names, ["王伟", "王伟2"]);
        assert_eq!((opened.had, opened.higher), (0, 1));
        let again = issue::open_for_deputies(&world.site, &chief, world.lianhua, false).await.unwrap();
        assert_eq!((again.slips.len(), again.had, again.higher), (0, 2, 1));

        activation::redeem(&world.site, opened.slips[0].code.bare(), PASSWORD, &desk()).await.unwrap();
        let anew = issue::open_for_deputies(&world.site, &chief, world.lianhua, true).await.unwrap();
        let names: Vec<&str> = anew.slips.iter().map(|slip| slip.sign_in.as_str()).collect();
        assert_eq!((names, anew.had, anew.higher), (vec!["王伟2"], 1, 1), "the one not activated gets a new slip");
        let old = activation::owner(&world.site, opened.slips[1].code.bare(), &desk()).await.unwrap_err();
        assert_eq!(key(&old), "accounts-refused-code");

        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let above = issue::open_for_deputies(&world.site, &clerk, world.yuelu, false).await.unwrap();
        let [slip] = above.slips.as_slice() else { panic!("one slip") };
        assert_eq!(slip.name, "罗湘君");
        let told = activation::issue_code(&world.site, &chief, slip.account).await.unwrap_err();
        assert_eq!(
            key(&told),
            "accounts-refused-unknown",
            "the township cannot reset an account that opens the district's matters"
        );
        let actor = world.actor(slip.account).await;
        assert_eq!(actor.person, Some(double));
        assert!(actor.may(Right::SuggestionFile, world.lianhua).is_ok());
        assert!(actor.may(Right::SuggestionFile, world.yuelu).is_ok());
        assert!(actor.may(Right::SuggestionFile, world.city).is_err());
    });
}

#[test]
fn a_clerk_cannot_reset_the_chiefs_account_nor_that_of_another_congress() {
    story(|world| async move {
        let chief = world.slip("邓建国", Duty::Chief, world.office).await;
        let beside = world.slip("何静", Duty::Clerk, world.yuhua_office).await;
        let operator = world.slip("系统管理员", Duty::Operator, authority::NO_BODY).await;
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        for (account, told) in [
            (chief.account, "accounts-refused-no-post"),
            (beside.account, "accounts-refused-unknown"),
            (operator.account, "accounts-refused-unknown"),
        ] {
            let problem = activation::issue_code(&world.site, &clerk, account).await.unwrap_err();
            assert_eq!(key(&problem), told);
            assert!(issue::close(&world.site, &clerk, account).await.is_err());
        }
    });
}

#[test]
fn closing_an_account_ends_its_sessions_and_tokens_and_the_last_operator_stays() {
    story(|world| async move {
        let operator = world.staff("系统管理员", Duty::Operator, authority::NO_BODY).await;
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let id = clerk.account.unwrap();
        let token = tokens::issue(&world.site, &clerk, &Text::parse("报表").unwrap(), 30).await.unwrap();
        assert_eq!(session::list(world.site.db(), id, world.site.now()).await.unwrap().len(), 1);
        issue::close(&world.site, &operator, id).await.unwrap();
        assert_eq!(session::list(world.site.db(), id, world.site.now()).await.unwrap().len(), 0);
        assert_eq!(world.sign_in("谭雪梅", PASSWORD, &desk()).await.unwrap_err(), "accounts-refused-closed");
        assert!(!world.actor(id).await.signed_in(), "a token of a closed account is nobody's");
        assert_eq!(tokens::account_of(world.site.db(), &token.text, world.site.now()).await.unwrap(), None);
        issue::reopen(&world.site, &operator, id).await.unwrap();
        assert!(world.sign_in("谭雪梅", PASSWORD, &desk()).await.is_ok());
        let last = issue::close(&world.site, &operator, operator.account.unwrap()).await.unwrap_err();
        assert_eq!(key(&last), "accounts-refused-last-operator");
    });
}

#[test]
fn a_national_deputy_signs_in_as_one_and_files_where_they_also_sit() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let mut tx = world.site.db().begin().await.unwrap();
        let sql = kit::db::Sql::new("update body set level = 'nation' where id = {}").bind(world.city);
        assert_eq!(tx.run(sql).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let person = world.deputy(40, "周洋", "zhou yang", &[world.city, world.yuelu]).await;
        let opened = issue::open_for_deputies(&world.site, &chief, world.yuelu, false).await.unwrap();
        let slip = opened.slips.iter().any(|slip| slip.name == "周洋");
        assert!(!slip && opened.higher == 1, "the office that answers for the higher seat opens it");
        let highest = authority::highest_congress(&mut world.site.db(), person).await.unwrap();
        assert_eq!(highest, Some(world.city));
        let duties = accounts::actor::deputy_posts(&mut world.site.db(), person).await.unwrap();
        let duties: Vec<Duty> = duties.into_iter().map(|post| post.duty).collect();
        assert!(duties.len() == 2 && duties.contains(&Duty::NationalDeputy) && duties.contains(&Duty::Deputy));
    });
}
