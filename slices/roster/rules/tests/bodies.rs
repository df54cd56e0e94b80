//! Which areas have which bodies (law.md §7, F33).

use kernel::AreaCode;
use roster_rules::{Area, AreaKind, BodyKind, bodies_of, has_congress, has_standing_committee, of_the_nation};

fn area(code: &str, name: &str, kind: AreaKind) -> Area {
    Area { code: AreaCode::parse(code).unwrap(), name: name.to_owned(), kind }
}

#[test]
fn an_area_has_the_bodies_the_organic_law_gives_it() {
    use AreaKind::{Administrative, Functional, Subdistrict, Village};
    let county_and_above = &[BodyKind::Congress, BodyKind::StandingCommittee, BodyKind::Office][..];
    let township = &[BodyKind::Congress, BodyKind::Presidium, BodyKind::Office];
    let delegated = &[BodyKind::WorkCommittee];
    for (code, name, kind, bodies) in [
        ("43", "湖南省", Administrative, county_and_above),
        ("4301", "长沙市", Administrative, county_and_above),
        ("4331", "湘西土家族苗族自治州", Administrative, county_and_above),
        ("430121", "长沙县", Administrative, county_and_above),
        ("430102", "芙蓉区", Administrative, county_and_above),
        ("430121100", "黄兴镇", Administrative, township),
        ("430121200", "某乡", Administrative, township),
        ("431125201", "某瑶族乡", Administrative, township),
        ("430102001", "文艺路街道", Subdistrict, delegated),
        ("430671", "岳阳市屈原管理区", Functional, delegated),
        ("430371", "某开发区", Functional, delegated),
        ("430224500", "茶陵县红色农场", Functional, &[]),
        ("430102001001", "识字里社区居委会", Village, &[]),
    ] {
        let area = area(code, name, kind);
        let found: Vec<BodyKind> = bodies_of(&area).iter().map(|body| body.kind).collect();
        assert_eq!(found, bodies, "{name}");
        let national = if code == "43" { &[BodyKind::Congress, BodyKind::Office][..] } else { &[] };
        assert_eq!(of_the_nation(&area).iter().map(|body| body.kind).collect::<Vec<_>>(), national, "{name}");
        assert_eq!(has_congress(area.level(), kind), bodies.contains(&BodyKind::Congress), "{name}");
        assert_eq!(has_standing_committee(area.level(), kind), bodies.contains(&BodyKind::StandingCommittee), "{name}");
    }
}

#[test]
fn only_street_and_zone_committees_have_delegated_powers() {
    let street = area("430102001", "文艺路街道", AreaKind::Subdistrict);
    assert!(bodies_of(&street).iter().all(|body| !body.powers.is_empty()));
    let county = area("430121", "长沙县", AreaKind::Administrative);
    assert!(bodies_of(&county).iter().all(|body| body.powers.is_empty()));
}

#[test]
fn full_names_tell_an_area_from_its_namesakes() {
    use AreaKind::{Administrative, Functional, Subdistrict};
    for (code, name, kind, above, full) in [
        ("4301", "长沙市", Administrative, "湖南省", "长沙市"),
        ("430102", "芙蓉区", Administrative, "长沙市", "长沙市芙蓉区"),
        ("430121", "长沙县", Administrative, "长沙市", "长沙县"),
        ("430181", "浏阳市", Administrative, "长沙市", "浏阳市"),
        ("430671", "岳阳市屈原管理区", Functional, "岳阳市", "岳阳市屈原管理区"),
        ("430121100", "黄兴镇", Administrative, "长沙县", "长沙县黄兴镇"),
        ("430102001", "文艺路街道", Subdistrict, "长沙市芙蓉区", "长沙市芙蓉区文艺路街道"),
        ("430224500", "茶陵县红色农场", Functional, "茶陵县", "茶陵县红色农场"),
    ] {
        assert_eq!(area(code, name, kind).full_name(Some(above)), full);
    }
}
