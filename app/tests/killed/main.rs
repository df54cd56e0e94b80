//! What was acknowledged is kept: the real program is killed (`kill -9`) while several clients write, again and again, on
//! both engines, and started anew on the same data.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod chain;
mod client;
mod copies;
mod ground;
mod hall;
#[path = "../../../slices/ballots/tests/hall/phone.rs"]
#[expect(clippy::unwrap_used, reason = "the phone of the tests of ballots")]
mod phone;
mod roster;

use std::{sync::Arc, time::Duration};

use demo::Chance;
use kit::testing::both;

use chain::Chain;
use client::{Client, Gone};
use ground::{Ground, Server, Tally};
use roster::Roster;

/// So many times the program is killed on each engine.
const ROUNDS: u64 = 5;
/// So many suggestions are on their way at once.
const WRITERS: u8 = 4;
const SEED: u64 = 2_026;

/// Runs every chain until the program is gone; a chain that came to its end is kept and a new one begun.
async fn write(client: Client, mut chains: Vec<Chain>) -> Vec<Chain> {
    loop {
        if chains.last().is_none_or(Chain::is_whole) {
            chains.push(Chain::new(client.writer, chains.len()));
        }
        let Some(chain) = chains.last_mut() else { continue };
        match chain.step(&client).await {
            Ok(()) => client.tally.one_more(),
            Err(Gone) => return chains,
        }
    }
}

/// Sends rosters in and commits them until the program is gone.
async fn import(client: Client, mut rosters: Vec<Roster>) -> Vec<Roster> {
    loop {
        if rosters.last().is_none_or(Roster::is_whole) {
            rosters.push(Roster::new(rosters.len()));
        }
        let Some(roster) = rosters.last_mut() else { continue };
        match roster.step(&client).await {
            Ok(()) => client.tally.one_more(),
            Err(Gone) => return rosters,
        }
    }
}

/// What all clients have done so far, and what was answered.
#[derive(Default)]
struct Done {
    chains: Vec<Vec<Chain>>,
    rosters: Vec<Roster>,
}

impl Done {
    /// One round: everybody writes; somewhere in between the program is killed.
    async fn until_killed(self, ground: &Ground, round: u64) -> Self {
        let server = Server::open(ground);
        let tally = Arc::new(Tally::default());
        let clients = (0..WRITERS).map(|writer| Client::new(ground, &server, writer, &tally));
        let chains = self.chains.into_iter().chain(std::iter::repeat_with(Vec::new));
        let writers: Vec<_> = clients.zip(chains).map(|(client, chains)| tokio::spawn(write(client, chains))).collect();
        let importer = Client::new(ground, &server, WRITERS, &tally);
        let importer = tokio::spawn(import(importer, self.rosters));
        let mut chance = Chance::of(SEED, "the moment", round);
        if round.is_multiple_of(2) {
            tally.answered(chance.between(25, 60)).await;
        } else {
            tally.commits_begun(chance.between(1, 2)).await;
        }
        tokio::time::sleep(Duration::from_millis(chance.below(60))).await;
        server.kill();
        let mut done = Self::default();
        for writer in writers {
            done.chains.push(writer.await.expect("a writer"));
        }
        done.rosters = importer.await.expect("the importer");
        done
    }

    /// Whatever was answered with yes is there once, and of the rest nothing or all.
    async fn is_kept(&self, ground: &Ground) {
        let db = ground.look();
        for chain in self.chains.iter().flatten() {
            chain.is_kept(&db).await;
        }
        for roster in &self.rosters {
            roster.is_kept(&db).await;
        }
        let breaches = suggestions::checks::audit(&db).await.expect("an audit");
        assert!(breaches.is_empty(), "{breaches:?}");
        let breaches = ::roster::checks::audit(&db).await.expect("an audit");
        assert!(breaches.is_empty(), "{breaches:?}");
    }

    /// Everything begun is brought to its end on a program that is left alone.
    async fn finish(&mut self, ground: &Ground, server: &Server) {
        let tally = Arc::default();
        for (writer, chains) in (0..).zip(&mut self.chains) {
            let client = Client::new(ground, server, writer, &tally);
            for chain in chains {
                while !chain.is_whole() {
                    assert!(chain.step(&client).await.is_ok(), "the program is gone");
                }
            }
        }
        let client = Client::new(ground, server, WRITERS, &tally);
        for roster in &mut self.rosters {
            while !roster.is_whole() {
                assert!(roster.step(&client).await.is_ok(), "the program is gone");
            }
        }
    }
}

#[test]
fn what_was_acknowledged_is_there_once_however_often_the_program_is_killed() {
    kit::outbox::install_tls();
    both(async |site| {
        let ground = Ground::lay(&site).await;
        let mut done = Done::default();
        for round in 0..ROUNDS {
            done = done.until_killed(&ground, round).await;
            done.is_kept(&ground).await;
        }
        let server = Server::open(&ground);
        done.finish(&ground, &server).await;
        done.is_kept(&ground).await;
        let whole = done.chains.iter().flatten().count();
        assert!(whole > usize::from(WRITERS), "{whole} suggestions");
        ground.journal_holds();
        ground.doctor_is_content();
        server.kill();
    });
}
