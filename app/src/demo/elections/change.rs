//! The change of term in congresses below, each at another stage: the day announced, names put forward, the list fixed, the votes counted.

use elections::{
    desk::{
        count::{CountWanted, VotesWanted, enter},
        post::post,
        postpone::{ElectionDayWanted, postpone},
        prepare::{DistrictWanted, ElectionWanted, announce, draw, open},
    },
    store::Election,
};
use elections_rules::election::{DistrictId, Figures, Kind};
use kernel::{BodyId, Level};
use kit::{Problem, Site, db::Sql, web::api::Once};
use roster_rules::TermId;

use super::{Around, Polls, left::seconded, text};

/// How far each of them is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Far {
    Announced,
    Nominating,
    Fixed,
    Voted,
}

/// The stages, each with its election day from today.
const STAGES: [(Far, i32); 4] = [(Far::Voted, -41), (Far::Fixed, 6), (Far::Nominating, 24), (Far::Announced, 45)];

/// Who stands in the first district.
const NAMES: [(&str, &str); 4] =
    [("凌远帆", "村党支部书记"), ("冉春禾", "小学教师"), ("巫青石", "企业技术员"), ("郗长河", "种植大户")];

impl Polls {
    /// Elections of a new term, one in each of four congresses below.
    pub(super) async fn changed(&self, site: &Site, around: &Around) -> Result<(), Problem> {
        let level = match self.area.level() {
            Level::Township | Level::Village => return Ok(()),
            Level::County => "township",
            Level::Prefecture | Level::Province => "county",
        };
        let sql = Sql::new("select b.id, t.id from v_body b join v_term t on t.congress = b.id where t.ended is null")
            .add(" and b.kind = 'congress' and b.closed is null and b.level = {} order by b.area limit 4");
        let all: Vec<(BodyId, TermId)> = site.db().all(sql.bind(level)).await?;
        for ((congress, term), (far, day)) in all.into_iter().zip(STAGES) {
            self.at(site, -70);
            let there = Around {
                clerk: seconded(&around.clerk, congress),
                head: seconded(&around.head, congress),
                mandate: around.mandate,
                term,
                constituency: None,
            };
            self.one(site, &there, (congress, far, day)).await?;
        }
        Ok(())
    }

    async fn one(&self, site: &Site, there: &Around, (congress, far, day): (BodyId, Far, i32)) -> Result<(), Problem> {
        let wanted = self.wanted("代表换届选举", Kind::Direct, (there.term, self.day(day)))?;
        let wanted = ElectionWanted { seats: 2, ..wanted };
        let it = announce(site, &there.clerk, congress, wanted, &Once::default()).await?;
        let due = |before: i32| if day - before <= 0 { Some(self.day(day - before)) } else { None };
        let district = DistrictWanted {
            name: text("第一选区")?,
            seats: 2,
            voters: 1_864,
            stations: 2,
            constituency: None,
            voter_list: due(21),
            first_list: due(16),
            formal_list: due(8).filter(|_| far >= Far::Fixed),
        };
        let place = draw(site, &there.clerk, it.id, district, &Once::default()).await?.id;
        if far == Far::Announced {
            let wanted = ElectionDayWanted { day: self.day(day + 7), reason: text("防汛抢险需要")? };
            return postpone(site, &there.head, it.id, wanted).await.map(drop);
        }
        self.at(site, -50);
        open(site, &there.clerk, it.id).await?;
        self.named(site, there, (&it, place), far).await
    }

    async fn named(
        &self,
        site: &Site,
        there: &Around,
        (it, place): (&Election, DistrictId),
        far: Far,
    ) -> Result<(), Problem> {
        if far == Far::Nominating {
            self.nominated(site, there, place, &NAMES).await?;
            self.at(site, -1);
            return post(site, &there.clerk, it.id).await.map(drop);
        }
        self.stand(site, there, (it, place), &NAMES).await?;
        if far == Far::Fixed {
            return Ok(());
        }
        self.at(site, -41);
        let figures = Figures {
            registered: 1_864,
            voted: 1_611,
            ballots: 1_608,
            invalid: 9,
            proxied: 62,
            most_for_one: 3,
            mobile: 0,
        };
        let mut votes = Vec::new();
        for ((name, _), count) in NAMES.iter().zip([1_104, 986, 610, 402]) {
            votes.push(VotesWanted { name: text(name)?, votes: count });
        }
        enter(site, &there.clerk, place, CountWanted { figures, votes }).await.map(drop)
    }
}
