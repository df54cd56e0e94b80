//! Setting the roster up: areas read in, bodies generated.

use kernel::{AreaCode, BodyId, Recorded};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
    journal,
};
use roster_rules::Fact;
use uuid::Uuid;

use crate::{
    generate::{generate_above, generate_bodies},
    seed::seed_areas,
};

/// What setting up made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetUp {
    /// Areas read in now; 0 when they were there.
    pub areas: u64,
    /// Villages read in now.
    pub villages: u64,
    /// Bodies and units made now.
    pub bodies: u64,
}

/// Reads in the areas if there are none, and generates bodies inside `below` and the congresses above it; may be run again, and then adds only what is missing.
pub async fn set_up(site: &Site, below: Option<&AreaCode>) -> Result<SetUp, Fault> {
    let mut tx = site.db().begin().await?;
    let seeded = seed_areas(&mut tx).await?;
    let mut bodies = generate_bodies(&mut tx, site, below).await?;
    if let Some(area) = below {
        bodies += generate_above(&mut tx, site, area).await?;
    }
    let mut facts = Vec::new();
    if seeded.areas > 0 {
        facts.push(Fact::AreasLoaded { areas: seeded.areas, villages: seeded.villages });
    }
    if bodies > 0 {
        facts.push(Fact::BodiesGenerated { bodies });
    }
    let subject = top(&mut tx, below).await?.map_or(Uuid::nil(), BodyId::uuid);
    let at = site.now();
    let recorded = |fact| Recorded { at, by: None, acting_for: None, body: None, subject, fact };
    journal::append_all(&mut tx, facts.into_iter().map(recorded)).await?;
    tx.commit().await?;
    Ok(SetUp { areas: seeded.areas, villages: seeded.villages, bodies })
}

/// The highest congress of what was set up: the thing the facts happened to.
async fn top(tx: &mut Tx, below: Option<&AreaCode>) -> Result<Option<BodyId>, Fault> {
    let from = below.map_or("", AreaCode::as_str);
    let sql = Sql::new("select congress from body where area >= {} and level <> 'nation' order by area, kind limit 1")
        .bind(from);
    Ok(tx.one::<(BodyId,)>(sql).await?.map(|(id,)| id))
}
