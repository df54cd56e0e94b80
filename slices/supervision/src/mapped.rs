//! To what of the one list above the categories of the congresses are mapped (汇总类别), as the sums were counted.

use std::collections::BTreeMap;

use kernel::{AreaCode, BodyId};
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
};
use suggestions_rules::{Mapping, RETIRED, RuleBook};

/// Code and name in the list above; both empty where a category is mapped to nothing.
type Above = (String, String);

fn read(category: &str, value: &str) -> Above {
    if value.starts_with(RETIRED) {
        return Above::default();
    }
    Mapping::read(category.to_owned(), value).map(|it| (it.code, it.name)).unwrap_or_default()
}

fn default(category: &str) -> Above {
    let book = RuleBook::hunan().ok();
    let mapping = book.as_ref().and_then(|book| book.mapping(category));
    mapping.map(|it| (it.code.clone(), it.name.clone())).unwrap_or_default()
}

/// What the rule book of a congress says of a category now.
async fn said(ask: &mut impl Ask, congress: BodyId, category: &str) -> Result<Above, Fault> {
    let sql =
        Sql::new("select value from v_suggestion_rule where congress = {} and key = {} order by term desc limit 1");
    let own: Option<(String,)> = ask.one(sql.bind(congress).bind(format!("mapping.{category}"))).await?;
    Ok(own.map_or_else(|| default(category), |(value,)| read(category, &value)))
}

async fn note(tx: &mut Tx, congress: BodyId, category: &str, (code, name): &Above) -> Result<(), Fault> {
    let sql = Sql::new("insert into handling_mapping (congress, category, code, name) values ({}, {}, {}, {})")
        .add(" on conflict (congress, category) do update set code = excluded.code, name = excluded.name");
    tx.run(sql.bind(congress).bind(category).bind(code).bind(name)).await.map(drop)
}

async fn noted(ask: &mut impl Ask, congress: BodyId, category: &str) -> Result<Option<String>, Fault> {
    let sql = Sql::new("select code from handling_mapping where congress = {} and category = {}");
    Ok(ask.one::<(String,)>(sql.bind(congress).bind(category)).await?.map(|(code,)| code))
}

/// The code under which a category of a congress counts; noted when it is counted for the first time.
pub(crate) async fn counted(tx: &mut Tx, congress: BodyId, category: &str) -> Result<String, Fault> {
    if let Some(code) = noted(tx, congress, category).await? {
        return Ok(code);
    }
    let above = said(tx, congress, category).await?;
    note(tx, congress, category, &above).await?;
    Ok(above.0)
}

/// Reads anew what a category is mapped to. Answers the code it counted under and the one it counts under now; nothing where it was never
/// counted.
pub(crate) async fn again(tx: &mut Tx, congress: BodyId, category: &str) -> Result<Option<(String, String)>, Fault> {
    let Some(was) = noted(tx, congress, category).await? else { return Ok(None) };
    let above = said(tx, congress, category).await?;
    note(tx, congress, category, &above).await?;
    Ok(Some((was, above.0)))
}

/// What every book says of the categories that are counted, the congress's own entry over the default.
async fn every(ask: &mut impl Ask) -> Result<Vec<(BodyId, String, Above)>, Fault> {
    let rules = "select congress, key, value from v_suggestion_rule where key like 'mapping.%' order by term, key";
    let rules: Vec<(BodyId, String, String)> = ask.all(rules).await?;
    let own: BTreeMap<(BodyId, String), String> =
        rules.into_iter().map(|(congress, key, value)| ((congress, key), value)).collect();
    let counted = "select distinct congress, word from handling_sum where about = congress and dimension = 'category'";
    let counted: Vec<(BodyId, String)> = ask.all(counted).await?;
    let mut usual: BTreeMap<String, Above> = BTreeMap::new();
    let mut all = Vec::with_capacity(counted.len());
    for (congress, category) in counted {
        let above = match own.get(&(congress, format!("mapping.{category}"))) {
            Some(value) => read(&category, value),
            None => usual.entry(category.clone()).or_insert_with(|| default(&category)).clone(),
        };
        all.push((congress, category, above));
    }
    Ok(all)
}

/// Notes everything anew.
pub(crate) async fn rebuild(tx: &mut Tx) -> Result<(), Fault> {
    tx.run("delete from handling_mapping").await?;
    for (congress, category, above) in every(tx).await? {
        note(tx, congress, &category, &above).await?;
    }
    Ok(())
}

/// Categories that count under another code than their book says.
pub(crate) async fn drift(ask: &mut impl Ask) -> Result<Vec<String>, Fault> {
    let kept: Vec<(BodyId, String, String)> = ask.all("select congress, category, code from handling_mapping").await?;
    let kept: BTreeMap<(BodyId, String), String> =
        kept.into_iter().map(|(congress, category, code)| ((congress, category), code)).collect();
    let wrong = |(congress, category, (code, _)): (BodyId, String, Above)| {
        let place = format!("the mapping of {category} of {congress}");
        (kept.get(&(congress, category)) != Some(&code)).then_some(place)
    };
    Ok(every(ask).await?.into_iter().filter_map(wrong).take(10).collect())
}

/// The codes under which anything is summed within an area, with what the asking congress calls them; what only others know is called as they
/// call it. In the order of the codes.
pub(crate) async fn names(
    ask: &mut impl Ask,
    own: &[Mapping],
    area: &AreaCode,
) -> Result<Vec<(String, String)>, Fault> {
    let sql = "select distinct word from handling_year where dimension = 'mapping' and word <> '' and area = {} order by word";
    let codes: Vec<(String,)> = ask.all(Sql::new(sql).bind(area)).await?;
    let mut all = Vec::with_capacity(codes.len());
    for (code,) in codes {
        let name = match own.iter().find(|it| it.code == code) {
            Some(mapping) => mapping.name.clone(),
            None => {
                let sql =
                    Sql::new("select name from handling_mapping where code = {} order by congress, category limit 1");
                ask.one::<(String,)>(sql.bind(&code)).await?.map_or_else(|| code.clone(), |(name,)| name)
            }
        };
        all.push((code, name));
    }
    Ok(all)
}
