//! Sessions at the desk: opened, and ended once with their last day, on both engines.

use crate::world::{changsha, chief, count, day, term, verbs};
use kit::{Problem, db::Sql, testing::both, web::api::Once};
use roster::desk::terms;

fn why(problem: Problem) -> &'static str {
    match problem {
        Problem::Refused(refused) => refused.key,
        other => panic!("not refused but {other:?}"),
    }
}

#[test]
fn a_session_sits_until_its_last_day_is_entered_and_that_once() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let of = term(&site, &clerk, "430121").await;
        let session =
            terms::enter_session(&site, &clerk, of, 5, day("2026-03-08"), None, &Once::default()).await.unwrap();
        let sits = || Sql::new("select count(*) from v_session where closed is null and id = {}").bind(session);
        let early = terms::close_session(&site, &clerk, of, session, day("2026-03-07")).await.unwrap_err();
        assert_eq!((why(early), count(&site, sits()).await), ("roster-refused-day-too-early", 1));
        let stranger = chief(&site, "430181").await;
        assert!(terms::close_session(&site, &stranger, of, session, day("2026-03-12")).await.is_err());
        terms::close_session(&site, &clerk, of, session, day("2026-03-12")).await.unwrap();
        assert_eq!(count(&site, sits()).await, 0);
        let again = terms::close_session(&site, &clerk, of, session, day("2026-03-13")).await.unwrap_err();
        assert_eq!(why(again), "roster-refused-session-closed");
        assert_eq!(verbs(&site).await, ["term.entered", "session.entered", "session.closed"]);
    });
}
