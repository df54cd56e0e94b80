//! Posts with their dates, and acting for a deputy.

use crate::world::{World, key, story};
use accounts::{
    acting::{self, Grant},
    actor, authority, cli, issue,
    posts::{self, PostOrder},
};
use accounts_rules::{Actor, Duty, Right};
use kernel::{BodyId, PersonId, Text};
use kit::db::Sql;

fn post(world: &World, duty: Duty, body: BodyId, from: i32, to: Option<i32>) -> PostOrder {
    let today = world.site.today();
    PostOrder { duty, body, since: today.plus_days(from), until: to.map(|days| today.plus_days(days)) }
}

#[test]
fn a_body_named_in_short_at_the_shell_leads_to_its_name_in_full() {
    story(|world| async move {
        let new = |body: &str| cli::New {
            name: Text::parse("谭雪梅").unwrap(),
            sign_in: None,
            phone: None,
            duty: Duty::Clerk,
            body: Some(body.to_owned()),
        };
        let told = cli::words(&cli::add(&world.site, new("岳麓交通局")).await.unwrap_err(), kit::words::Lang::English);
        assert!(told.contains("岳麓区交通运输局"), "{told}");
        let told = cli::words(&cli::add(&world.site, new("临江县%")).await.unwrap_err(), kit::words::Lang::English);
        assert!(told.contains("lianluo import areas"), "{told}");
    });
}

#[test]
fn a_post_counts_from_its_first_day_to_its_last_and_not_after_it_is_withdrawn() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let id = clerk.account.unwrap();
        posts::issue(&world.site, &chief, id, post(&world, Duty::UnitHead, world.unit, 2, Some(3))).await.unwrap();
        let day = 24 * 3_600_000;
        for (days, expected) in [(0, false), (1, false), (2, true), (3, true), (4, false)] {
            let actor = world.actor(id).await;
            assert_eq!(actor.may(Right::ReplySign, world.unit).is_ok(), expected, "day {days}");
            world.later(day);
        }
        let held = posts::held(&mut world.site.db(), id).await.unwrap();
        let clerks = held.iter().find(|post| post.duty == "clerk").unwrap();
        posts::withdraw(&world.site, &chief, id, clerks.id).await.unwrap();
        assert!(world.actor(id).await.posts.is_empty());
        let again = posts::withdraw(&world.site, &chief, id, clerks.id).await.unwrap_err();
        assert_eq!(key(&again), "accounts-refused-unknown");
    });
}

#[test]
fn who_may_give_which_post_where() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let operator = world.staff("系统管理员", Duty::Operator, authority::NO_BODY).await;
        let unit_clerk = world.staff("刘芳", Duty::UnitClerk, world.unit).await;
        let target = world.slip("刘洋", Duty::UnitClerk, world.unit).await.account;
        let no_post = Some("accounts-refused-no-post");
        let table: [(&str, &Actor, Duty, BodyId, Option<&str>); 9] = [
            ("a clerk gives units their posts", &clerk, Duty::UnitHead, world.unit, None),
            ("but not those of the office", &clerk, Duty::Clerk, world.office, no_post),
            ("the chief does", &chief, Duty::Clerk, world.office, None),
            ("in the own congress", &chief, Duty::Clerk, world.yuhua_office, Some("accounts-refused-elsewhere")),
            ("and not below", &chief, Duty::Clerk, world.lianhua_office, Some("accounts-refused-elsewhere")),
            (
                "nobody gives what follows from a mandate",
                &operator,
                Duty::Deputy,
                world.yuelu,
                Some("accounts-refused-deputy-by-mandate"),
            ),
            (
                "a unit has no clerks of a congress",
                &chief,
                Duty::Clerk,
                world.unit,
                Some("accounts-refused-post-misfit"),
            ),
            (
                "a unit's clerk sees no accounts",
                &unit_clerk,
                Duty::UnitHead,
                world.unit,
                Some("accounts-refused-unknown"),
            ),
            ("only operators make operators", &chief, Duty::Operator, authority::NO_BODY, no_post),
        ];
        for (what, actor, duty, body, expected) in table {
            let done = posts::issue(&world.site, actor, target, post(&world, duty, body, 0, None)).await;
            assert_eq!(done.as_ref().err().map(key).as_deref(), expected, "{what}");
            if let Ok(post) = done {
                posts::withdraw(&world.site, &operator, target, post).await.unwrap();
            }
        }
    });
}

async fn grant(world: &World, chief: &Actor, clerk: &Actor, deputy: PersonId, days: i32) -> Result<uuid::Uuid, String> {
    let grant = Grant {
        deputy,
        account: clerk.account.unwrap(),
        congress: world.yuelu,
        since: world.site.today(),
        until: world.site.today().plus_days(days),
        basis: Text::parse("电话委托").unwrap(),
    };
    acting::grant(&world.site, chief, grant).await.map_err(|problem| key(&problem))
}

#[test]
fn acting_has_the_deputys_posts_in_that_congress_alone_and_ends_with_the_order_or_the_clerks_post() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let id = clerk.account.unwrap();
        let deputy = world.deputy(41, "罗湘君", "luo xiang jun", &[world.yuelu, world.city]).await;
        let beside = world.deputy(42, "何静", "he jing", &[world.yuhua]).await;
        assert_eq!(grant(&world, &chief, &clerk, beside, 9).await.unwrap_err(), "accounts-refused-not-deputy-there");
        assert_eq!(grant(&world, &chief, &clerk, deputy, 400).await.unwrap_err(), "accounts-acting-dates");
        let unit = world.staff("刘芳", Duty::UnitClerk, world.unit).await;
        assert_eq!(grant(&world, &chief, &unit, deputy, 9).await.unwrap_err(), "accounts-refused-no-post");
        grant(&world, &chief, &clerk, deputy, 9).await.unwrap();

        let acting = async || actor::load(&mut world.site.db(), id, Some(deputy), world.site.today()).await.unwrap();
        let now = acting().await;
        assert_eq!((now.account, now.stands_for(), now.name.as_str()), (Some(id), Some(deputy), "谭雪梅"));
        assert!(now.may(Right::SuggestionFile, world.yuelu).is_ok());
        assert!(now.may(Right::SuggestionFile, world.city).is_err(), "the deputy asked in the district only");
        assert!(now.may(Right::SuggestionCheck, world.yuelu).is_err(), "one cannot file and check in one breath");

        let held = posts::held(&mut world.site.db(), id).await.unwrap();
        posts::withdraw(&world.site, &chief, id, held[0].id).await.unwrap();
        assert_eq!(acting().await.acting_for, None, "without the post nobody acts");
        posts::issue(&world.site, &chief, id, post(&world, Duty::Clerk, world.office, 0, None)).await.unwrap();
        assert_eq!(acting().await.acting_for, Some(deputy));
        world.later(10 * 24 * 3_600_000);
        assert_eq!(acting().await.acting_for, None, "after the last day it is over");
    });
}

#[test]
fn the_deputy_ends_it_and_nobody_else_outside_the_office() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let clerk = world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let stranger = world.staff("何静", Duty::Chief, world.yuhua_office).await;
        let deputy = world.deputy(41, "罗湘君", "luo xiang jun", &[world.yuelu]).await;
        let slips = issue::open_for_deputies(&world.site, &chief, world.yuelu, false).await.unwrap().slips;
        let luo = world.actor(slips[0].account).await;
        let order = grant(&world, &chief, &clerk, deputy, 9).await.unwrap();
        assert_eq!(
            key(&acting::end(&world.site, &stranger, order).await.unwrap_err()),
            "accounts-refused-unknown-order"
        );
        acting::end(&world.site, &luo, order).await.unwrap();
        let left = acting::of_account(&mut world.site.db(), clerk.account.unwrap(), world.site.today()).await.unwrap();
        assert!(left.is_empty());
        let verbs = world.verbs().await;
        assert!(verbs.ends_with(&["acting.granted".to_owned(), "acting.ended".to_owned()]));
    });
}

#[test]
fn a_person_merged_into_another_signs_in_as_the_other() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let kept = world.deputy(51, "罗湘君", "luo xiang jun", &[world.yuelu]).await;
        let double = world.deputy(52, "罗湘君", "luo xiang jun", &[]).await;
        let order = issue::Order {
            name: Text::parse("罗湘君").unwrap(),
            sign_in: None,
            phone: None,
            person: Some(double),
            congress: Some(world.yuelu),
            posts: Vec::new(),
        };
        let slip = issue::open(&world.site, &chief, order).await.unwrap();
        assert!(world.actor(slip.account).await.posts.is_empty());
        let mut tx = world.site.db().begin().await.unwrap();
        tx.run(Sql::new("update person set merged_into = {} where id = {}").bind(kept).bind(double)).await.unwrap();
        tx.commit().await.unwrap();
        let actor = world.actor(slip.account).await;
        assert_eq!(actor.person, Some(kept));
        assert!(actor.may(Right::SuggestionFile, world.yuelu).is_ok());
    });
}

#[test]
fn whoever_records_a_wish_for_themself_waits_for_the_deputys_yes() {
    story(|world| async move {
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        let other = world.staff("何静", Duty::Chief, world.office).await;
        let deputy = world.deputy(41, "罗湘君", "luo xiang jun", &[world.yuelu]).await;
        let slips = issue::open_for_deputies(&world.site, &chief, world.yuelu, false).await.unwrap().slips;
        let luo = world.actor(slips[0].account).await;
        let order = grant(&world, &chief, &chief, deputy, 9).await.unwrap();
        let today = world.site.today();
        let acting =
            async || actor::load(&mut world.site.db(), chief.account.unwrap(), Some(deputy), today).await.unwrap();
        assert_eq!(acting().await.acting_for, None, "nothing is done in the deputy's name before the deputy said yes");
        assert_eq!(acting::waiting_for(&mut world.site.db(), deputy, today).await.unwrap(), 1, "the deputy is told");
        for somebody in [&chief, &other] {
            let told = acting::accept(&world.site, somebody, order).await.unwrap_err();
            assert_eq!(key(&told), "accounts-refused-unknown-order", "nobody says yes in the deputy's place");
        }
        acting::accept(&world.site, &luo, order).await.unwrap();
        assert_eq!(acting().await.acting_for, Some(deputy));
        assert_eq!(acting::waiting_for(&mut world.site.db(), deputy, today).await.unwrap(), 0);
        assert_eq!(world.verbs().await.iter().filter(|verb| *verb == "acting.accepted").count(), 1);
    });
}

#[test]
fn nobody_gives_themself_a_post() {
    story(|world| async move {
        let operator = world.staff("石磊", Duty::Operator, authority::NO_BODY).await;
        let chief = world.staff("邓建国", Duty::Chief, world.office).await;
        for (actor, duty) in [(&operator, Duty::Chief), (&operator, Duty::Operator), (&chief, Duty::Leader)] {
            let body = if duty == Duty::Leader { world.yuelu } else { world.office };
            let order = post(&world, duty, body, 0, None);
            let told = posts::issue(&world.site, actor, actor.account.unwrap(), order).await.unwrap_err();
            assert_eq!(key(&told), "accounts-refused-own-post", "{duty}");
        }
        let order = post(&world, Duty::Leader, world.yuelu, 0, None);
        posts::issue(&world.site, &operator, chief.account.unwrap(), order).await.unwrap();
    });
}
