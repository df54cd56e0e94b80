//! 转办、参阅、交办表 through the desk, on both engines.

use crate::world::*;
use kit::{Site, db::Sql, testing::both};
use suggestions::{
    Sight,
    desk::{self, assign::Plan},
    queries,
};
use suggestions_rules::{Role, SuggestionId};

async fn transfers(site: &Site) {
    found(site).await;
    let mut tx = site.db().begin().await.unwrap();
    for office in [government(), unit(4)] {
        tx.run(Sql::new("update body set transfer = 1 where id = {}").bind(office)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// As whom the government's office looks at it.
async fn as_whom(site: &Site, id: SuggestionId) -> Sight {
    queries::detail(site, &transfer(), id).await.unwrap().sight
}

#[test]
fn the_government_office_divides_what_it_was_handed_and_the_office_no_longer_does() {
    both(|site| async move {
        transfers(&site).await;
        let (id, other) = (numbered(&site, "修桥").await, numbered(&site, "修路").await);
        assert_eq!(as_whom(&site, id).await, Sight::Public, "not yet its matter");
        desk::route::route(&site, &clerk(), id, government()).await.unwrap();
        assert_eq!(as_whom(&site, id).await, Sight::Transfer);
        assert_eq!(as_whom(&site, other).await, Sight::Public);
        let plan = Plan::Sole(unit(1));
        let office = desk::assign::assign(&site, &clerk(), id, &plan).await.unwrap_err();
        assert_eq!(why(office), "suggestions-refused-with-transfer");
        let own = queries::to_assign(&mut site.db(), congress(), None, 50).await.unwrap();
        assert_eq!(own.iter().map(|line| line.id).collect::<Vec<_>>(), vec![other]);
        let theirs = queries::to_assign(&mut site.db(), congress(), Some(government()), 50).await.unwrap();
        assert_eq!(theirs.iter().map(|line| line.id).collect::<Vec<_>>(), vec![id]);
        desk::assign::assign(&site, &transfer(), id, &plan).await.unwrap();
        desk::read::give_to_read(&site, &transfer(), id, &[unit(2)]).await.unwrap();
        let seen = queries::detail(&site, &unit_clerk(2), id).await.unwrap();
        let roles: Vec<Role> = seen.suggestion.stage.handling().unwrap().handlers.all().map(|part| part.role).collect();
        assert_eq!(roles, vec![Role::Sole, Role::Reader]);
        sound(&site).await;
    });
}

#[test]
fn it_is_passed_on_sent_back_or_taken_back_and_only_by_those_who_have_it() {
    both(|site| async move {
        transfers(&site).await;
        let id = numbered(&site, "修桥").await;
        for actor in [transfer(), deputy(1), unit_head(1), stranger()] {
            assert!(desk::route::route(&site, &actor, id, government()).await.is_err());
        }
        let none = desk::route::route(&site, &clerk(), id, unit(1)).await.unwrap_err();
        assert_eq!(why(none), "suggestions-refused-no-transfer-office");
        desk::route::route(&site, &clerk(), id, unit(4)).await.unwrap();
        assert!(
            desk::route::route_on(&site, &transfer(), id, government(), words("转")).await.is_err(),
            "another has it"
        );
        desk::route::route_back(&site, &clerk(), id, words("改由政府办转办")).await.unwrap();
        desk::route::route(&site, &clerk(), id, government()).await.unwrap();
        desk::route::route_on(&site, &transfer(), id, unit(4), words("属教育系统")).await.unwrap();
        assert_eq!(as_whom(&site, id).await, Sight::Public, "it has passed it on");
        desk::route::route_back(&site, &clerk(), id, words("收回")).await.unwrap();
        let kept = desk::assign::assign(&site, &clerk(), id, &Plan::Sole(unit(1))).await.unwrap();
        assert!(kept.suggestion.routed.is_none());
        let early = desk::read::give_to_read(&site, &unit_head(1), id, &[unit(2)]).await;
        assert!(early.is_err(), "a unit gives it to nobody");
        sound(&site).await;
    });
}
