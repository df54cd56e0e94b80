//! Random verbs by random people on random days, through the desk and on both engines. After every step: each audit is silent and each
//! row can be read; stages, units' work, promises and every clock are what the facts of the journal come to by another count; counts are
//! those of the facts; the chain of the journal goes on, and is verified whole every hundred facts; people whose verb it is not have
//! tried it first, were refused for that reason, and nothing changed; everybody who looks is told what is theirs to know.
//!
//! `LIANLUO_WALK_SEED=17 cargo test -p suggestions --test suggestions-tests walk` walks another way; `LIANLUO_WALK_STEPS` says how far.

use std::sync::Mutex;

use crate::walking::{Done, Walk, Way, bold, seeds, steps};
use kit::{
    follow::catch_up,
    testing::{on_postgres, on_sqlite},
};

/// The follower of this noun: it is walked past bills, of which there are none.
async fn follow(site: &kit::Site) {
    catch_up(site, &[suggestions::FROM_BILLS]).await.unwrap();
}

#[test]
fn no_walk_on_sqlite_breaks_rules_rights_clocks_counts_or_journal() {
    let done = Mutex::new(Done::default());
    for seed in seeds(&[1, 2, 3]) {
        eprintln!("LIANLUO_WALK_SEED={seed}");
        let way = Way { seed, steps: steps(1_400), wrong: 5, lookers: 5 };
        on_sqlite(|site| {
            let done = &done;
            async move { Walk::begin(&site, way, done).await.go(follow).await }
        });
    }
    let done = done.into_inner().unwrap();
    eprintln!("{} facts, {} refused: {:?}", done.facts, done.refused, done.verbs);
    if seeds(&[]).is_empty() {
        bold(&done);
    }
}

/// Not as far, and one of those who must not at each step, for a refusal costs a connection here.
#[test]
fn no_walk_on_postgresql_breaks_rules_rights_clocks_counts_or_journal() {
    let done = Mutex::new(Done::default());
    for seed in seeds(&[4]) {
        eprintln!("LIANLUO_WALK_SEED={seed}");
        let way = Way { seed, steps: steps(300), wrong: 1, lookers: 2 };
        on_postgres(|site| {
            let done = &done;
            async move { Walk::begin(&site, way, done).await.go(follow).await }
        });
    }
    let done = done.into_inner().unwrap();
    eprintln!("{} facts, {} refused: {:?}", done.facts, done.refused, done.verbs);
}
