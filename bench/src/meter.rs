//! Reads the kernel's books: processor time of processes and of the machine, memory of a process.

use std::{fs, path::Path, time::Instant};

use anyhow::Context;

/// Ticks in a second, as `/proc` counts on Linux.
const TICKS: f64 = 100.0;

/// The processes whose work is measured: the server, and PostgreSQL with all its backends.
#[derive(Clone, Debug)]
pub struct Meter {
    pub process: u32,
    /// The postmaster, when PostgreSQL does part of the work.
    pub postmaster: Option<u32>,
}

/// The books at one instant.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    at: Instant,
    /// Seconds of processor time of what is measured.
    cpu: f64,
    /// Of this program, which asks.
    asker: f64,
    /// Of the whole machine.
    machine: f64,
}

/// What happened between two readings.
#[derive(Clone, Copy, Debug)]
pub struct Spent {
    /// Seconds by the clock.
    pub seconds: f64,
    /// Processor milliseconds of what is measured.
    pub cpu_ms: f64,
    /// Processors taken by anybody else.
    pub others: f64,
}

impl Meter {
    /// The server alone.
    pub fn of(process: u32) -> Self {
        Self { process, postmaster: None }
    }

    /// Reads the books.
    pub fn read(&self) -> anyhow::Result<Reading> {
        let mut cpu = own(self.process)?;
        if let Some(postmaster) = self.postmaster {
            cpu += family(postmaster)?;
        }
        Ok(Reading { at: Instant::now(), cpu, asker: own(std::process::id())?, machine: machine()? })
    }

    /// What happened since.
    pub fn since(&self, before: Reading) -> anyhow::Result<Spent> {
        let now = self.read()?;
        let seconds = (now.at - before.at).as_secs_f64();
        let asker = if self.process == std::process::id() { 0.0 } else { now.asker - before.asker };
        let cpu = now.cpu - before.cpu;
        let others = ((now.machine - before.machine - cpu - asker) / seconds).max(0.0);
        Ok(Spent { seconds, cpu_ms: cpu * 1e3, others })
    }
}

/// The fields of a process's `stat` after its name, which may hold anything.
fn stat(process: &Path) -> anyhow::Result<Vec<u64>> {
    let text = fs::read_to_string(process.join("stat")).context("a measured process is gone")?;
    let (_, rest) = text.rsplit_once(')').context("an unknown form of /proc/PID/stat")?;
    Ok(rest.split_whitespace().map(|field| field.parse().unwrap_or(0)).collect())
}

fn seconds(stat: &[u64], fields: std::ops::Range<usize>) -> f64 {
    stat.get(fields).map_or(0.0, |fields| fields.iter().sum::<u64>() as f64 / TICKS)
}

/// User and system time of one process, its ended threads included.
fn own(process: u32) -> anyhow::Result<f64> {
    Ok(seconds(&stat(Path::new(&format!("/proc/{process}")))?, 11..13))
}

/// Of a process, its living children and those it has buried.
fn family(parent: u32) -> anyhow::Result<f64> {
    let mut sum = seconds(&stat(Path::new(&format!("/proc/{parent}")))?, 11..15);
    for entry in fs::read_dir("/proc")?.flatten() {
        let numbered = entry.file_name().to_str().is_some_and(|name| name.parse::<u32>().is_ok());
        let Ok(stat) = (if numbered { stat(&entry.path()) } else { continue }) else { continue };
        if stat.get(1) == Some(&u64::from(parent)) {
            sum += seconds(&stat, 11..13);
        }
    }
    Ok(sum)
}

/// The parent of a process.
pub fn parent(process: u32) -> anyhow::Result<u32> {
    let stat = stat(Path::new(&format!("/proc/{process}")))?;
    Ok(u32::try_from(stat.get(1).copied().unwrap_or(0))?)
}

/// All processors' time but that spent idle or waiting for disks.
fn machine() -> anyhow::Result<f64> {
    let text = fs::read_to_string("/proc/stat")?;
    let line = text.lines().next().unwrap_or_default();
    let ticks: Vec<u64> = line.split_whitespace().skip(1).map(|field| field.parse().unwrap_or(0)).collect();
    let busy = ticks.iter().take(8).enumerate().filter(|(at, _)| !matches!(at, 3 | 4)).map(|(_, ticks)| ticks);
    Ok(busy.sum::<u64>() as f64 / TICKS)
}

/// Processor seconds of the commands this program has waited for.
pub fn of_commands() -> anyhow::Result<f64> {
    Ok(seconds(&stat(Path::new("/proc/self"))?, 13..15))
}

/// Memory of a process in MB: all of it, its share of what is shared, its own, and the most there ever was of all.
#[derive(Clone, Copy, Debug, Default, serde::Serialize)]
pub struct Memory {
    pub resident: u64,
    pub proportional: u64,
    pub anonymous: u64,
    pub most: u64,
}

impl Memory {
    /// Reads it.
    pub fn of(process: u32) -> anyhow::Result<Self> {
        let status = fs::read_to_string(format!("/proc/{process}/status"))?;
        let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
        let read = |text: &str, key: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(key));
            line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
        };
        Ok(Self {
            resident: read(&status, "VmRSS:"),
            proportional: read(&rollup, "Pss:"),
            anonymous: read(&status, "RssAnon:"),
            most: read(&status, "VmHWM:"),
        })
    }

    /// Lets the most begin again from now.
    pub fn forget_most(process: u32) -> anyhow::Result<()> {
        fs::write(format!("/proc/{process}/clear_refs"), "5").context("the peak of memory cannot be reset")
    }
}
