//! The lines of the files beside an archive.

use std::collections::BTreeMap;

use super::{
    Fault,
    keys::{self, Blind},
};
use crate::{
    report::{Flaw, Report},
    scan::Scan,
};

/// No vote has more lines in a file.
const LINES: u64 = 1_000_000;

/// What of the rule is held to the archive.
pub struct Rule {
    vote: String,
    /// The fewest in the list.
    pub least: u64,
    /// Whether a voter may change a ballot.
    pub changeable: bool,
}

impl Rule {
    /// Reads it, one line.
    pub fn read(text: &[u8]) -> Result<Self, Flaw> {
        let mut scan = Scan::new(text);
        scan.must("{\"version\":1,\"vote\":")?;
        let vote = scan.plain()?.to_owned();
        for field in [",\"title\":", ",\"method\":", ",\"article\":"] {
            scan.must(field)?;
            scan.free()?;
        }
        scan.must(",\"least\":")?;
        let least = scan.whole(LINES)?;
        let changeable = flag(&mut scan, ",\"changeable\":")?;
        for field in [",\"members\":", ",\"present\":"] {
            scan.must(field)?;
            scan.whole(LINES)?;
        }
        for field in [",\"spec\":", ",\"board_key\":"] {
            scan.must(field)?;
            hash(&mut scan)?;
        }
        scan.must("}\n")?;
        scan.end()?;
        Ok(Self { vote, least, changeable })
    }
}

/// The rule, of this vote.
pub fn rule(text: &[u8], report: &Report) -> Result<Rule, Fault> {
    let rule = Rule::read(text).map_err(|flaw| flaw.at(1))?;
    if rule.vote == report.uuid { Ok(rule) } else { Err(Flaw::Other.at(1)) }
}

/// Number and device key of everybody who was handed a ballot.
pub type Issued = BTreeMap<u64, String>;

/// Who was handed a ballot: numbers rise, each device signed what it asked for, each was answered with the key.
pub fn issue(text: &[u8], report: &Report, key: &Blind) -> Result<(u64, Issued), Fault> {
    let mut out = Issued::new();
    let count = lines(text, |scan| {
        let number = number(scan, out.last_key_value().map(|(last, _)| *last))?;
        scan.must(",\"key\":")?;
        let device = scan.plain()?;
        scan.must(",\"blinded\":")?;
        let blinded = scan.plain()?;
        scan.must(",\"signature\":")?;
        let signature = coded(scan.plain()?)?;
        scan.must(",\"signed\":")?;
        let signed = coded(scan.plain()?)?;
        keys::device(&coded(device)?, &format!("{}|collect|{blinded}", report.uuid), &signature)?;
        key.answered(&coded(blinded)?, &signed)?;
        out.insert(number, device.to_owned());
        Ok(())
    })?;
    Ok((count, out))
}

/// The roll: everybody who was handed a ballot was present, with this very device.
pub fn roll(text: &[u8], issued: &Issued) -> Result<(u64, ()), Fault> {
    let mut scan = Scan::new(text.strip_suffix(b"\n").unwrap_or(text));
    let present = on_roll(&mut scan).map_err(|flaw| flaw.at(1))?;
    let known =
        |(number, key): (&u64, &String)| present.get(number).is_some_and(|hash| keys::hash(key).as_ref() == Some(hash));
    if issued.iter().all(known) { Ok((count(present.len()), ())) } else { Err(Flaw::Stranger.at(1)) }
}

/// Number and hash of the key of everybody present.
fn on_roll(scan: &mut Scan<'_>) -> Result<BTreeMap<u64, String>, Flaw> {
    let (mut out, mut last) = (BTreeMap::new(), None);
    scan.must("{\"roll\":")?;
    scan.list(100_000, |scan| {
        let number = number(scan, last)?;
        last = Some(number);
        scan.must(",\"name\":")?;
        scan.free()?;
        scan.must(",\"key_hash\":")?;
        let key = hash(scan)?.to_owned();
        if flag(scan, ",\"present\":")? {
            out.insert(number, key);
        }
        flag(scan, ",\"issued\":")?;
        flag(scan, ",\"confirmed\":")?;
        scan.must("}")
    })?;
    scan.must("}")?;
    scan.end()?;
    Ok(out)
}

/// Yes or no under a name.
fn flag(scan: &mut Scan<'_>, name: &str) -> Result<bool, Flaw> {
    scan.must(name)?;
    let yes = scan.maybe("true");
    if !yes {
        scan.must("false")?;
    }
    Ok(yes)
}

fn count(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

/// The credentials that were let in: those of the frozen list, in its order, each with a token of the key.
pub fn tokens(text: &[u8], report: &Report, key: &Blind) -> Result<(u64, ()), Fault> {
    let mut listed = report.credentials.iter();
    let count = lines(text, |scan| {
        scan.must("{\"credential\":")?;
        let credential = scan.plain()?;
        if listed.next().is_none_or(|one| one != credential) {
            return Err(Flaw::List);
        }
        scan.must(",\"token\":")?;
        let token = coded(scan.plain()?)?;
        key.signed(&format!("ballot-token|{}|{credential}", report.uuid), &token)
    })?;
    if listed.next().is_some() { Err(Flaw::List.at(count)) } else { Ok((count, ())) }
}

/// Who confirmed: numbers rise, each was handed a ballot on the same device, which signed the hash of this setup.
pub fn confirmations(text: &[u8], report: &Report, issued: &Issued) -> Result<(u64, usize), Fault> {
    let mut last = None;
    let said = format!("{}|confirm|{}", report.uuid, report.setup);
    let count = lines(text, |scan| {
        let number = number(scan, last)?;
        last = Some(number);
        scan.must(",\"key\":")?;
        let device = scan.plain()?;
        if issued.get(&number).is_none_or(|key| key != device) {
            return Err(Flaw::Stranger);
        }
        scan.must(",\"setup\":")?;
        if hash(scan)? != report.setup {
            return Err(Flaw::Setup);
        }
        scan.must(",\"signature\":")?;
        keys::device(&coded(device)?, &said, &coded(scan.plain()?)?)
    })?;
    Ok((count, usize::try_from(count).unwrap_or(usize::MAX)))
}

/// The number a line begins with, above that of the line before.
fn number(scan: &mut Scan<'_>, last: Option<u64>) -> Result<u64, Flaw> {
    scan.must("{\"number\":")?;
    let number = scan.whole(u64::from(u32::MAX))?;
    if last.is_some_and(|last| last >= number) { Err(Flaw::Twice) } else { Ok(number) }
}

fn hash<'a>(scan: &mut Scan<'a>) -> Result<&'a str, Flaw> {
    let text = scan.plain()?;
    let fits = text.len() == 64 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    if fits { Ok(text) } else { Err(Flaw::Form) }
}

fn coded(text: &str) -> Result<Vec<u8>, Flaw> {
    keys::bytes(text).ok_or(Flaw::Form)
}

/// Reads line by line, each an object that `one` reads up to its last brace; how many there are.
pub fn lines<'a>(text: &'a [u8], mut one: impl FnMut(&mut Scan<'a>) -> Result<(), Flaw>) -> Result<u64, Fault> {
    let mut count = 0;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        count += 1;
        let mut scan = Scan::new(line);
        let read = one(&mut scan).and_then(|()| scan.must("}\n")).and_then(|()| scan.end());
        read.map_err(|flaw| flaw.at(count))?;
        if count > LINES {
            return Err(Flaw::Large.at(count));
        }
    }
    Ok(count)
}
