//! What is published of a vote: a folder that `lianluo ballot verify` reads.

use ballots_rules::{
    paper::Round,
    secret::{Hall, Trustee},
};
use ballots_seal::beside_archive;
use kit::{Fault, db::Ask};
use serde::Serialize;

use super::{
    chain,
    crypto::{Board, pem},
    store::{KeptHall, confirmations, issues, signer},
    vote::{self, Vote},
};
use crate::store::Item;

/// The files beside the archive.
pub const FILES: [&str; 6] = ["rule.json", "rsa.pem", "issue.jsonl", "tokens.jsonl", "confirm.jsonl", "decrypt.jsonl"];

#[derive(Serialize)]
struct Rule<'a> {
    version: u32,
    vote: &'a str,
    title: &'a str,
    method: &'a str,
    article: &'a str,
    least: u32,
    changeable: bool,
    members: u32,
    present: u32,
    spec: &'a str,
    board_key: String,
}

fn lines(all: &[impl Serialize]) -> Result<String, Fault> {
    let mut out = String::new();
    for one in all {
        out.push_str(&serde_json::to_string(one)?);
        out.push('\n');
    }
    Ok(out)
}

fn rule(item: &Item, round: &Round, hall: &Hall, board: &[u8]) -> Result<String, Fault> {
    let rule = Rule {
        version: 1,
        vote: &hall.vote,
        title: item.title.as_str(),
        method: hall.method.as_str(),
        article: hall.article.as_str(),
        least: hall.least,
        changeable: false,
        members: round.members,
        present: round.present,
        spec: &round.hash,
        board_key: Board::of(board)?.public(),
    };
    lines(&[rule])
}

/// The proofs that name what each trustee opened, by number.
fn opened(hall: &Hall) -> String {
    let line = |one: &Trustee| beside_archive(one.n, one.decryption.as_deref()?);
    hall.trustees.iter().filter_map(line).collect()
}

/// One file of the folder; nothing where there is none of that name.
pub(crate) async fn file(ask: &mut impl Ask, kept: &KeptHall, name: &str) -> Result<Option<Vec<u8>>, Fault> {
    let hall = &kept.hall;
    let (item, round) = vote::place(ask, hall).await?;
    let Some(vote) = vote::of(ask, hall).await? else { return Ok(None) };
    Ok(Some(match name {
        "rule.json" => rule(&item, &round, hall, &kept.board)?.into_bytes(),
        "rsa.pem" => match signer(ask, &hall.vote).await? {
            Some(signing) => pem(&signing.public).into_bytes(),
            None => return Ok(None),
        },
        "issue.jsonl" => lines(&issues(ask, &hall.vote).await?)?.into_bytes(),
        "tokens.jsonl" => vote.frozen.tokens.into_bytes(),
        "confirm.jsonl" => lines(&confirmations(ask, &hall.vote).await?)?.into_bytes(),
        "decrypt.jsonl" => opened(hall).into_bytes(),
        other if other == archive(&vote) => chain::whole(ask, &vote, hall).await?.1,
        _ => return Ok(None),
    }))
}

/// The name of the archive.
fn archive(vote: &Vote) -> String {
    format!("{}.bel", vote.id)
}
