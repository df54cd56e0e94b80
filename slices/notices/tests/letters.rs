//! Letters: to a confirmed address, at the rhythm chosen, with titles and nothing more.

use crate::world::*;
use kit::{
    Problem, Site,
    db::Sql,
    jobs::{Every, Schedule, run_jobs, tick},
    testing::both,
    words::Lang,
};
use notices::{choices, inbox};
use notices_rules::{Kind, Rhythm};
use suggestions_rules::Fact;

const TIMETABLE: &[Schedule] = &[Schedule { kind: "notices.digest", every: Every::Day { hour: 7, minute: 45 } }];

#[test]
fn whatever_can_be_told_has_a_short_name_for_letters_in_both_languages() {
    for (lang, kind) in Lang::ALL.into_iter().flat_map(|lang| Kind::ALL.iter().map(move |kind| (lang, kind.word()))) {
        assert!(!lang.t(&format!("notices-kind-{kind}")).contains('⟦'), "{kind} has no name");
    }
}

async fn ready(site: &Site, folder: &std::path::Path, publish: bool) -> Site {
    let site = with_mail(site, folder);
    found(&site).await;
    assigned(&site, "reply", "2026-03-01", "2026-06-01", publish).await;
    site
}

async fn replied(site: &Site) {
    let to = vec![person(LEAD), person(SECOND)];
    let fact = Fact::ReplyDelivered { assignment: part(), round: 1, to, judge_by: day("2026-03-20") };
    happens(site, UNIT_CLERK, fact).await;
}

/// The lead deputy names an address, having seen what stands there.
async fn names(site: &Site, email: &str, language: Lang) -> Result<(), Problem> {
    let seen = choices::choice(site, &actor(LEAD)).await.unwrap().address_version;
    choices::name_address(site, &actor(LEAD), seen, email, language).await
}

async fn chooses(site: &Site, rhythm: Rhythm) -> Result<(), Problem> {
    let seen = choices::choice(site, &actor(LEAD)).await.unwrap().version;
    choices::choose(site, &actor(LEAD), seen, rhythm, Lang::English).await
}

/// The lead deputy names an address and types the code from the letter.
async fn confirms(site: &Site, folder: &std::path::Path) {
    names(site, "shui@example.cn", Lang::English).await.unwrap();
    let letter = letters(site, folder).await.remove(0);
    assert!(letter.contains("To: shui@example.cn"), "{letter}");
    choices::confirm(site, &actor(LEAD), &code(&letter)).await.unwrap();
}

fn code(letter: &str) -> String {
    let (_, rest) = letter.split_once("Your code is ").unwrap();
    rest.chars().take(8).collect()
}

/// The letters of the round of a day.
async fn round(site: &Site, folder: &std::path::Path, day: &str) -> Vec<String> {
    on(site, day);
    tick(site, TIMETABLE).await.unwrap();
    letters(site, folder).await
}

#[test]
fn an_address_is_confirmed_by_the_code_that_went_there_and_shown_masked() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = ready(&site, folder.path(), true).await;
        let lead = actor(LEAD);
        for nonsense in ["shui", "a@b@c", "a@example.cn, b@example.cn"] {
            let refused = names(&site, nonsense, Lang::Chinese).await.unwrap_err();
            assert_eq!(why(refused), "notices-wrong-address");
        }
        names(&site, "shui@example.cn", Lang::English).await.unwrap();
        let again = names(&site, "shui@example.cn", Lang::English).await.unwrap_err();
        assert_eq!(why(again), "notices-wrong-soon");
        let right = code(&letters(&site, folder.path()).await[0]);
        for _ in 0..5 {
            assert_eq!(why(choices::confirm(&site, &lead, "1").await.unwrap_err()), "notices-wrong-code");
        }
        let late = choices::confirm(&site, &lead, &right).await.unwrap_err();
        assert_eq!(why(late), "notices-wrong-no-code", "five guesses are enough");
        site.set_now(site.now().plus_millis(61_000));
        confirms(&site, folder.path()).await;
        let choice = choices::choice(&site, &lead).await.unwrap();
        assert_eq!((choice.email.as_deref(), choice.confirmed), (Some("s***@example.cn"), true));
        assert_eq!(choice.rhythm, Rhythm::Daily, "whoever confirms an address wants letters");
        let facts: Vec<(String,)> = site.db().all("select fact from journal").await.unwrap();
        assert!(facts.iter().all(|(fact,)| !fact.contains("example.cn")), "{facts:?}");
    });
}

#[test]
fn nobody_can_make_us_write_to_a_stranger_over_and_over() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = ready(&site, folder.path(), true).await;
        for _ in 0..5 {
            names(&site, "victim@example.cn", Lang::Chinese).await.unwrap();
            site.set_now(site.now().plus_millis(61_000));
        }
        let refused = names(&site, "victim@example.cn", Lang::Chinese).await;
        assert_eq!(why(refused.unwrap_err()), "notices-wrong-often");
        assert_eq!(letters(&site, folder.path()).await.len(), 5);
    });
}

#[test]
fn a_day_s_notices_come_in_one_letter_and_a_day_without_any_is_quiet() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = ready(&site, folder.path(), true).await;
        confirms(&site, folder.path()).await;
        replied(&site).await;
        replied(&site).await;
        assert!(letters(&site, folder.path()).await.is_empty(), "not before its hour");
        let [letter] = &round(&site, folder.path(), "2026-03-11").await[..] else { panic!("one letter") };
        assert!(
            letter.contains("You have 2 new notices") && letter.contains("List-Unsubscribe: <https://renda.example")
        );
        assert!(!letter.contains("水利局"), "no names: {letter}");
        assert!(round(&site, folder.path(), "2026-03-12").await.is_empty());
        replied(&site).await;
        inbox::read_all(&site, &actor(LEAD), site.now()).await.unwrap();
        assert!(round(&site, folder.path(), "2026-03-13").await.is_empty(), "it was read meanwhile");
        assert_eq!(count(&site, Sql::new("select count(*) from notice where mail is not null")).await, 0);
    });
}

#[test]
fn the_title_of_what_is_not_to_be_published_stays_in_the_house() {
    for publish in [true, false] {
        both(async |site| {
            let folder = tempfile::tempdir().unwrap();
            let site = ready(&site, folder.path(), publish).await;
            confirms(&site, folder.path()).await;
            replied(&site).await;
            tick(&site, TIMETABLE).await.unwrap();
            on(&site, "2026-03-11");
            tick(&site, TIMETABLE).await.unwrap();
            run_jobs(&site, TABLE).await.unwrap();
            let sql = Sql::new("select count(*) from outbox where payload like {}").bind(format!("%{TITLE}%"));
            assert_eq!(count(&site, sql).await == 1, publish);
        });
    }
}

#[test]
fn at_once_means_one_letter_for_what_comes_together() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = ready(&site, folder.path(), true).await;
        confirms(&site, folder.path()).await;
        chooses(&site, Rhythm::AtOnce).await.unwrap();
        for _ in 0..3 {
            replied(&site).await;
        }
        assert!(letters(&site, folder.path()).await.is_empty());
        site.set_now(site.now().plus_millis(2 * 60_000));
        let [letter] = &letters(&site, folder.path()).await[..] else { panic!("one letter") };
        assert!(letter.contains("You have 3 new notices"));
    });
}

#[test]
fn a_note_in_a_case_room_reaches_who_follows_it_with_the_day_s_letter_even_where_letters_come_at_once() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = ready(&site, folder.path(), true).await;
        let (clerk, email) = (actor(CLERK), "clerk@example.cn");
        choices::name_address(&site, &clerk, 0, email, Lang::English).await.unwrap();
        let letter = letters(&site, folder.path()).await.remove(0);
        choices::confirm(&site, &clerk, &code(&letter)).await.unwrap();
        let seen = choices::choice(&site, &clerk).await.unwrap().version;
        choices::choose(&site, &clerk, seen, Rhythm::AtOnce, Lang::English).await.unwrap();
        let noted = Fact::RoomNoted { note: id(51), sender: unit(), words: id(52) };
        happens(&site, UNIT_CLERK, noted).await;
        assert_eq!(kinds(&site, CLERK).await, ["office-room-noted"], "the inbox has it at once");
        site.set_now(site.now().plus_millis(3 * 60_000));
        assert!(letters(&site, folder.path()).await.is_empty(), "it is not worth a letter of its own");
        assert_eq!(round(&site, folder.path(), "2026-03-17").await.len(), 1);
        assert!(round(&site, folder.path(), "2026-03-18").await.is_empty());
    });
}

#[test]
fn weekly_letters_come_on_monday_or_on_the_first_day_after_it() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = ready(&site, folder.path(), true).await;
        confirms(&site, folder.path()).await;
        chooses(&site, Rhythm::Weekly).await.unwrap();
        round(&site, folder.path(), "2026-03-10").await; // a Tuesday: the first round of this week
        replied(&site).await;
        for quiet in ["2026-03-11", "2026-03-15"] {
            assert!(round(&site, folder.path(), quiet).await.is_empty(), "{quiet}");
        }
        assert_eq!(round(&site, folder.path(), "2026-03-16").await.len(), 1);
        replied(&site).await;
        assert_eq!(round(&site, folder.path(), "2026-03-25").await.len(), 1, "nothing ran on Monday");
    });
}

#[test]
fn letters_end_with_the_link_in_them_and_nothing_else_does() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let site = ready(&site, folder.path(), true).await;
        confirms(&site, folder.path()).await;
        replied(&site).await;
        let letter = round(&site, folder.path(), "2026-03-11").await.remove(0).replace("\r\n ", "");
        let (_, rest) = letter.split_once("leaving?key=").unwrap();
        let key = rest.split_once('>').unwrap().0;
        assert!(!choices::leave(&site, "guessed").await.unwrap());
        assert_eq!(choices::choice(&site, &actor(LEAD)).await.unwrap().rhythm, Rhythm::Daily);
        replied(&site).await;
        assert!(choices::leave(&site, key).await.unwrap());
        assert!(round(&site, folder.path(), "2026-03-12").await.is_empty());
        assert!(choices::leave(&site, key).await.unwrap(), "twice does no harm");
        assert_eq!(kinds(&site, LEAD).await.len(), 2, "the inbox has them all the same");
    });
}

#[test]
fn without_a_mail_server_nobody_is_promised_letters() {
    both(async |site| {
        found(&site).await;
        let refused = names(&site, "shui@example.cn", Lang::Chinese).await.unwrap_err();
        assert_eq!(why(refused), "notices-refused-no-mail");
        assert_eq!(choices::choice(&site, &actor(LEAD)).await.unwrap().email, None);
    });
}

#[test]
fn what_was_chosen_on_a_version_that_stands_no_more_is_shown_beside_what_stands() {
    both(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let (site, lead) = (ready(&site, folder.path(), true).await, actor(LEAD));
        let before = choices::choice(&site, &lead).await.unwrap();
        assert_eq!(before.address_version, 0, "none was named");
        confirms(&site, folder.path()).await;
        let stale = |outcome: Result<(), Problem>| match outcome {
            Err(Problem::Stale(stale)) => {
                (stale.fields[0].yours.clone(), stale.fields[0].stands.clone(), stale.version)
            }
            other => panic!("{other:?}"),
        };
        let now = choices::choice(&site, &lead).await.unwrap();
        let weekly = choices::choose(&site, &lead, before.version, Rhythm::Weekly, Lang::English).await;
        assert_eq!(stale(weekly), ("weekly".into(), "daily".into(), now.version));
        let other = choices::name_address(&site, &lead, before.address_version, "b@example.cn", Lang::English).await;
        assert_eq!(stale(other), ("b@example.cn".into(), "s***@example.cn".into(), now.address_version));
        let gone = choices::forget_address(&site, &lead, before.address_version).await;
        assert_eq!(stale(gone), (String::new(), "s***@example.cn".into(), now.address_version));
        assert_eq!(choices::choice(&site, &lead).await.unwrap(), now, "nothing changed");
        choices::forget_address(&site, &lead, now.address_version).await.unwrap();
        choices::forget_address(&site, &lead, now.address_version).await.unwrap();
        assert_eq!(choices::choice(&site, &lead).await.unwrap().address_version, 0, "twice does no harm");
    });
}
