//! What the congress adopted for its votes, and an order of projects that was counted by points.

use ballots::desk::{
    count::enter,
    method::adopt,
    round::{BoxesWanted, empty_boxes},
};
use ballots_rules::{
    paper::{Assembly, Kind, Laid, Method, Place, Setting},
    round::count_orders,
};
use kernel::Level;
use kit::{Problem, Site};

use super::{Hall, Matter, People, heap, text};

/// What was adopted: assembly and kind, the document, settings with their articles, the article on electronic votes.
type Adopted<'a> = (Assembly, Kind, &'a str, &'a [(Setting, &'a str, &'a str)], Option<&'a str>);

impl Hall {
    /// The methods of the congress and its standing committee; that of picks in two editions.
    pub(super) async fn methods(&self, site: &Site, people: &People) -> Result<(), Problem> {
        let (congress, committee) = (Assembly::Congress, Assembly::Committee);
        let election: &[_] = &[
            (Setting::WriteIn, "against", "第十一条"),
            (Setting::Blank, "abstains", "第十二条"),
            (Setting::Tie, "again", "第十五条"),
        ];
        let pick: &[_] = &[(Setting::Tie, "again", "第九条")];
        let all: [Adopted<'_>; 5] = [
            (congress, Kind::Election, "代表大会选举办法", election, None),
            (congress, Kind::Pick, "民生实事项目票决办法（试行）", &[], None),
            (congress, Kind::Pick, "民生实事项目票决办法", pick, None),
            (congress, Kind::Decision, "代表大会会议表决办法", &[], Some("第八条第二款")),
            (committee, Kind::Decision, "常务委员会人事任免表决办法", &[(Setting::Unclear, "part", "第七条")], None),
        ];
        // A town has no standing committee.
        let here = |of: &Adopted<'_>| of.0 == congress || self.area.level() != Level::Township;
        for (assembly, kind, document, laid, secret) in all.into_iter().filter(here) {
            let one = |(setting, word, article): &(Setting, &str, &str)| {
                Ok::<_, Problem>(Laid { setting: *setting, word: text(word)?, article: text(article)? })
            };
            let laid = laid.iter().map(one).collect::<Result<_, _>>()?;
            let method = Method { document: text(document)?, laid, secret: secret.map(text).transpose()? };
            adopt(site, &people.head, self.congress, (assembly, kind), (method, None)).await?;
        }
        Ok(())
    }

    /// Four projects put in an order; announced.
    pub(super) async fn ranked(&self, site: &Site, people: &People) -> Result<(), Problem> {
        let names = [("城区内涝点整治", ""), ("农村饮水管网改造", ""), ("社区食堂建设", ""), ("中小学操场开放", "")];
        let matter = Matter {
            title: "民生实事候选项目按轻重缓急排序",
            meeting: "第六次会议预备会议",
            assembly: Assembly::Congress,
            kind: Kind::Ranking,
            places: 4,
            names: &names,
            method: "民生实事项目票决办法",
        };
        let ballot = self.drafted(site, people, &matter).await?;
        let round = self.opened(site, people, ballot, people.deputies).await?;
        let listed = names.map(|(name, _)| name);
        let orders = heap::orders(people.deputies);
        let boxes = BoxesWanted { handed_out: people.deputies, spoiled: 0, returned: vec![people.deputies] };
        empty_boxes(site, &people.clerk, round, boxes).await?;
        for (n, bundle) in (1..).zip(orders.chunks(50)) {
            for teller in [&people.clerk, &people.second] {
                let sheet = heap::entered(&count_orders(4, &listed, bundle))?;
                enter(site, teller, round, Place { box_no: 1, n }, sheet).await?;
            }
        }
        self.settled(site, people, round).await
    }
}
