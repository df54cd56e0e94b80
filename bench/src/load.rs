//! A closed loop: so many visitors, each asking again as soon as it was answered.

use std::{
    future::Future,
    net::SocketAddr,
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use futures_util::future::try_join_all;
use serde::Serialize;

use crate::{
    meter::{Meter, Spent},
    visitor::{Answer, Ask, Visitor},
};

/// Rounds of each work.
const ROUNDS: usize = 3;

/// What one round came to.
#[derive(Clone, Debug, Serialize)]
pub struct Round {
    pub cpu_ms: f64,
    pub per_second: f64,
    pub p50: f64,
    pub p99: f64,
    pub max: f64,
    pub others: f64,
    /// Bytes of an answer, on average.
    pub bytes: u64,
}

impl Round {
    /// Of the walls of all requests, in milliseconds.
    pub fn of(mut walls: Vec<f64>, spent: Spent, bytes: u64) -> Self {
        walls.sort_by(f64::total_cmp);
        let count = walls.len().max(1);
        let at = |share: usize| walls.get((walls.len() * share / 100).min(count - 1)).copied().unwrap_or(0.0);
        Self {
            cpu_ms: spent.cpu_ms / count as f64,
            per_second: count as f64 / spent.seconds,
            p50: at(50),
            p99: at(99),
            max: walls.last().copied().unwrap_or(0.0),
            others: spent.others,
            bytes: bytes / count as u64,
        }
    }
}

/// One work at one number of visitors.
pub struct Load<'a, A, C> {
    pub meter: &'a Meter,
    pub address: SocketAddr,
    pub visitors: usize,
    pub seconds: u32,
    /// What is asked the `n`-th time.
    pub ask: A,
    /// Whether the `n`-th answer is right.
    pub check: C,
}

impl<A: Fn(u64) -> Ask, C: Fn(u64, &Answer) -> anyhow::Result<()>> Load<'_, A, C> {
    /// A short round that is thrown away, then three.
    pub async fn rounds(&self) -> anyhow::Result<Vec<Round>> {
        let next = AtomicU64::new(0);
        self.round(&next, Duration::from_millis(700)).await?;
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            rounds.push(self.round(&next, Duration::from_secs(self.seconds.into())).await?);
        }
        Ok(rounds)
    }

    async fn round(&self, next: &AtomicU64, length: Duration) -> anyhow::Result<Round> {
        let connecting = (0..self.visitors).map(|_| Visitor::connect(self.address));
        let visitors = try_join_all(connecting).await?;
        let before = self.meter.read()?;
        let end = Instant::now() + length;
        let asking = visitors.into_iter().map(|visitor| self.visit(visitor, next, end));
        let walls = try_join_all(asking).await?;
        let spent = self.meter.since(before)?;
        let bytes = walls.iter().map(|(_, bytes)| bytes).sum();
        Ok(Round::of(walls.into_iter().flat_map(|(walls, _)| walls).collect(), spent, bytes))
    }

    async fn visit(&self, mut visitor: Visitor, next: &AtomicU64, end: Instant) -> anyhow::Result<(Vec<f64>, u64)> {
        let (mut walls, mut bytes) = (Vec::new(), 0);
        while Instant::now() < end {
            let nth = next.fetch_add(1, Ordering::Relaxed);
            let ask = (self.ask)(nth);
            let began = Instant::now();
            let answer = visitor.ask(&ask).await?;
            walls.push(began.elapsed().as_secs_f64() * 1e3);
            bytes += answer.body.len() as u64;
            (self.check)(nth, &answer)?;
        }
        Ok((walls, bytes))
    }
}

/// The same work without the web, by one asker in this process: three rounds of half the length.
pub async fn bare<F: Future<Output = anyhow::Result<()>>>(
    meter: &Meter,
    seconds: u32,
    mut work: impl FnMut(u64) -> F,
) -> anyhow::Result<Vec<Round>> {
    let (mut nth, mut rounds) = (0, Vec::new());
    for round in 0..=ROUNDS {
        let length = Duration::from_millis(if round == 0 { 300 } else { u64::from(seconds) * 500 });
        let (before, end) = (meter.read()?, Instant::now() + length);
        let mut walls = Vec::new();
        while Instant::now() < end {
            let began = Instant::now();
            work(nth).await?;
            walls.push(began.elapsed().as_secs_f64() * 1e3);
            nth += 1;
        }
        if round > 0 {
            rounds.push(Round::of(walls, meter.since(before)?, 0));
        }
    }
    Ok(rounds)
}
