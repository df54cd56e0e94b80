//! Areas and bodies as set up from the shipped data.

use kernel::AreaCode;
use kit::{Site, db::Sql, testing::both};
use roster::{desk::set_up::set_up, seed::shipped_areas};
use roster_rules::{AreaKind, has_congress};

async fn count(site: &Site, sql: impl Into<Sql>) -> i64 {
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}

async fn name(site: &Site, area: &str, kind: &str) -> String {
    let sql = Sql::new(
        "select name from v_body where area = {} and kind = {} and level <> 'nation' order by transfer desc, id",
    )
    .bind(area)
    .bind(kind);
    site.db().one::<(String,)>(sql).await.unwrap().unwrap_or_default().0
}

#[test]
fn the_shipped_areas_count_as_the_statistics_do() {
    let areas = shipped_areas().unwrap();
    let of = |kind: AreaKind, digits: usize| {
        areas.iter().filter(|area| area.kind == kind && area.code.as_str().len() == digits).count()
    };
    use AreaKind::{Administrative, Functional, Subdistrict};
    assert_eq!(
        (of(Administrative, 2), of(Administrative, 4), of(Administrative, 6), of(Administrative, 9)),
        (1, 14, 122, 1522)
    );
    assert_eq!((of(Subdistrict, 9), of(Functional, 6), of(Functional, 9)), (425, 12, 61));
    assert_eq!(areas.iter().filter(|area| has_congress(area.level(), area.kind)).count(), 1659);
}

#[test]
fn hunan_is_set_up_with_its_congresses_and_committees() {
    both(async |site| {
        let made = set_up(&site, None).await.unwrap();
        assert_eq!((made.areas, made.villages), (2157, 29_534));
        for (kind, number) in [
            ("congress", 1660),
            ("standing_committee", 137),
            ("presidium", 1522),
            ("office", 1660),
            ("work_committee", 437),
        ] {
            assert_eq!(
                count(&site, Sql::new("select count(*) from body where kind = {}").bind(kind)).await,
                number,
                "{kind}"
            );
        }
        for (area, kind, expected) in [
            ("43", "congress", "湖南省人民代表大会"),
            ("43", "office", "湖南省人民代表大会常务委员会选举任免联络工作委员会"),
            ("4301", "office", "长沙市人民代表大会常务委员会联络工作委员会"),
            ("430102", "standing_committee", "长沙市芙蓉区人民代表大会常务委员会"),
            ("430102001", "work_committee", "长沙市芙蓉区人民代表大会常务委员会文艺路街道工作委员会"),
            ("430671", "work_committee", "岳阳市人民代表大会常务委员会屈原管理区工作委员会"),
            ("430121", "unit", "长沙县人民政府办公室"),
        ] {
            assert_eq!(name(&site, area, kind).await, expected);
        }
        let national = "select kind, name from v_body where level = 'nation' and area = '43' order by kind";
        let national: Vec<(String, String)> = site.db().all(national).await.unwrap();
        let office = "湖南省人民代表大会常务委员会全国人大代表联络处";
        let wanted = [("congress", "全国人民代表大会"), ("office", office)];
        assert_eq!(national, wanted.map(|(kind, name)| (kind.to_owned(), name.to_owned())));
        // Every body serves a congress; no congress has a parent; committees of streets belong to a standing committee.
        assert_eq!(
            count(&site, "select count(*) from body b join body c on c.id = b.congress where c.kind <> 'congress'")
                .await,
            0
        );
        assert_eq!(
            count(
                &site,
                "select count(*) from body where kind = 'congress' and (parent is not null or congress <> id)"
            )
            .await,
            0
        );
        let stray = "select count(*) from body b left join body p on p.id = b.parent
                     where b.kind = 'work_committee' and (p.kind is null or p.kind <> 'standing_committee')";
        assert_eq!(count(&site, stray).await, 0);
        let away = "select count(*) from body b join body c on c.id = b.congress where b.kind in ('presidium', 'office') and c.area <> b.area";
        assert_eq!(count(&site, away).await, 0);
        let again = set_up(&site, None).await.unwrap();
        assert_eq!((again.areas, again.bodies), (0, 0));
    });
}

#[test]
fn one_county_can_be_set_up_alone() {
    both(async |site| {
        let county = AreaCode::parse("430121").unwrap();
        assert!(set_up(&site, Some(&county)).await.unwrap().bodies > 50);
        let beyond =
            Sql::new("select count(*) from body where area < {} or area >= {}").bind(&county).bind(county.past());
        // Of the areas above, the congresses with their committees and offices alone: the province's, the city's, and the national one.
        assert_eq!(count(&site, beyond).await, 3 + 3 + 2);
        let units = "select count(*) from body where area in ('43', '4301') and kind = 'unit'";
        assert_eq!(count(&site, units).await, 0);
        assert_eq!(set_up(&site, Some(&county)).await.unwrap().bodies, 0);
        assert_eq!(count(&site, "select count(*) from journal").await, 2);
        // Whoever sets the whole province up later gets what is missing, the units of those above too, and nothing twice.
        set_up(&site, None).await.unwrap();
        assert!(count(&site, units).await > 50);
        let twice = "select count(*) from (select area, level from body where kind = 'congress' group by area, level having count(*) > 1) x";
        assert_eq!(count(&site, twice).await, 0);
        assert_eq!(count(&site, "select count(*) from body where kind = 'congress'").await, 1660);
    });
}
