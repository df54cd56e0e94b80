//! The way through an archive, from the setup to the result.

use std::{
    collections::{HashMap, HashSet},
    io::Read,
};

use crate::{
    Old, Wish,
    ballot::{self, Held},
    curve::Curve,
    events::{Event, Events},
    field::Field,
    group::Group,
    proof::Cipher,
    report::{self, Check, Failed, Flaw, Report, Unread},
    setup::{self, Draft, Vote},
    tally,
    tar::Stop,
    trustees::Trustees,
};

/// So many bytes of ballots wait to be checked together, at most one more than that.
const WAITING: usize = 64 << 20;

/// How far one came, told as one goes.
struct Way<'a> {
    wish: &'a Wish,
    at: Check,
    /// The event to blame, where it is not the last one read.
    blamed: Option<u64>,
    report: Report,
}

impl Way<'_> {
    fn held(&mut self, check: Check, count: usize) {
        self.report.held.push((check, u64::try_from(count).unwrap_or(u64::MAX)));
    }

    fn ends(&self) -> Result<(), Stop> {
        if self.wish.unfinished { Ok(()) } else { Err(Flaw::Unfinished.into()) }
    }

    /// Whose fault a flaw is: the chain's, or the step's at which one is.
    const fn blame(&self, flaw: Flaw) -> Check {
        match flaw {
            Flaw::Cut | Flaw::Name | Flaw::Chain | Flaw::Order | Flaw::Missing | Flaw::Spare => Check::Chain,
            Flaw::Unfinished => Check::Result,
            _ => self.at,
        }
    }
}

pub fn walk(source: impl Read, wish: &Wish) -> Result<Report, Unread> {
    let mut events = Events::begin(source)?;
    let mut way = Way { wish, at: Check::Setup, blamed: None, report: Report::default() };
    let outcome = begin(&mut events, &mut way).and_then(|()| Ok(events.finish()?));
    let event = way.blamed.unwrap_or_else(|| events.height.saturating_sub(1));
    way.report.head = events.head.clone().unwrap_or_default();
    match outcome {
        Ok(()) => way.held(Check::Chain, usize::try_from(events.height).unwrap_or(usize::MAX)),
        Err(Stop::Flaw(flaw)) => way.report.failed = Some(Failed { check: way.blame(flaw), flaw, event }),
        Err(Stop::Unread(unread)) => return Err(unread),
    }
    Ok(way.report)
}

fn begin<R: Read>(events: &mut Events<R>, way: &mut Way<'_>) -> Result<(), Stop> {
    let event = events.next()?.filter(|event| event.kind == "Setup").ok_or(Flaw::Order)?;
    way.report.setup = events.head.clone().unwrap_or_default();
    let [election, trustees, credentials] = setup::pieces(&events.payload(&event)?)?;
    let draft = Draft::read(&events.take(&election)?)?;
    let (trustees, credentials) = (events.take(&trustees)?, events.take(&credentials)?);
    way.report.uuid.clone_from(&draft.uuid);
    way.report.election.clone_from(&draft.hash);
    way.report.name.clone_from(&draft.name);
    way.report.group.clone_from(&draft.group);
    way.report.questions = draft.questions.iter().map(setup::Question::shown).collect();
    match draft.group.as_str() {
        Curve::NAME => open::<Curve, R>(events, way, draft, &trustees, &credentials),
        Field::NAME => open::<Field, R>(events, way, draft, &trustees, &credentials),
        _ => Err(Flaw::Group.into()),
    }
}

fn open<G: Group, R: Read>(
    events: &mut Events<R>,
    way: &mut Way<'_>,
    draft: Draft,
    trustees: &[u8],
    credentials: &[u8],
) -> Result<(), Stop> {
    let takes = match way.wish.old {
        Old::Refused => false,
        Old::Strangers => !draft.bound,
        Old::Beside => true,
    };
    let vote = Vote::<G>::of(draft)?;
    way.held(Check::Setup, vote.questions.len());
    way.at = Check::Trustees;
    let trustees = Trustees::read(trustees, &vote)?;
    way.report.trustees = trustees.keys.iter().map(|(shown, _)| shown.clone()).collect();
    way.held(Check::Trustees, trustees.keys.len());
    way.at = Check::Credentials;
    let credentials = setup::credentials::<G>(credentials)?;
    way.report.credentials = credentials.keys().cloned().collect();
    way.report.credentials.sort_unstable();
    way.held(Check::Credentials, credentials.len());
    way.at = Check::Ballots;
    let mut urn = Urn::new(&vote, &credentials);
    let ended = collect(events, way, &mut urn)?;
    way.report.voted = urn.voted();
    way.held(Check::Ballots, urn.seen);
    if ended { count(events, way, &Counted { vote: &vote, trustees: &trustees, urn: &urn, takes }) } else { way.ends() }
}

/// Takes the ballots in; says whether voting has ended.
fn collect<G: Group, R: Read>(events: &mut Events<R>, way: &mut Way<'_>, urn: &mut Urn<'_, G>) -> Result<bool, Stop> {
    loop {
        let event = events.next()?;
        match event.as_ref().map(|event| event.kind.as_str()) {
            Some("Ballot") => {
                let event = event.ok_or(Flaw::Order)?;
                let body = events.payload(&event)?;
                // A ballot once more, after another of the same voter, would undo that one; nobody but the voter may.
                if !urn.taken.insert(event.payload.unwrap_or_default()) {
                    return Err(Flaw::Twice.into());
                }
                urn.waiting.push((events.height - 1, body));
                let bytes: usize = urn.waiting.iter().map(|(_, body)| body.len()).sum();
                if bytes >= WAITING || urn.waiting.len() >= 16 * way.wish.threads.clamp(1, 64) {
                    urn.empty(way)?;
                }
            }
            Some("EndBallots") => {
                urn.empty(way)?;
                event.as_ref().map_or(Ok(()), Event::bare)?;
                return Ok(true);
            }
            Some(_) => return Err(Flaw::Order.into()),
            None => {
                urn.empty(way)?;
                return Ok(false);
            }
        }
    }
}

/// The ballots taken in: their sum, and who has voted.
struct Urn<'a, G: Group> {
    vote: &'a Vote<G>,
    credentials: &'a HashMap<String, G::Point>,
    /// Ballots not yet checked, each with its event.
    waiting: Vec<(u64, Vec<u8>)>,
    sums: Vec<Cipher<G>>,
    seen: usize,
    /// The hashes of all ballots taken in.
    taken: HashSet<String>,
    /// The last ballot of each, packed, in case another takes its place.
    last: HashMap<String, Box<[u8]>>,
}

impl<'a, G: Group> Urn<'a, G> {
    fn new(vote: &'a Vote<G>, credentials: &'a HashMap<String, G::Point>) -> Self {
        let width = vote.questions.iter().map(setup::Question::width).sum();
        let sums = vec![Cipher::zero(); width];
        Self { vote, credentials, waiting: Vec::new(), sums, seen: 0, taken: HashSet::new(), last: HashMap::new() }
    }

    fn voted(&self) -> u64 {
        u64::try_from(self.last.len()).unwrap_or(u64::MAX)
    }

    /// Checks what waits, on as many threads as may be used, and adds it up in order.
    fn empty(&mut self, way: &mut Way<'_>) -> Result<(), Flaw> {
        let waiting = std::mem::take(&mut self.waiting);
        let (vote, credentials) = (self.vote, self.credentials);
        let share = waiting.len().div_ceil(way.wish.threads.clamp(1, 64)).max(1);
        let one = |(event, body): &(u64, Vec<u8>)| (*event, ballot::check(body, vote, credentials));
        let checked: Vec<_> = if share >= waiting.len() {
            waiting.iter().map(one).collect()
        } else {
            std::thread::scope(|scope| {
                let some = |part| scope.spawn(move || part_of(part, vote, credentials));
                let threads: Vec<_> = waiting.chunks(share).map(some).collect();
                threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
            })
        };
        if checked.len() != waiting.len() {
            return Err(Flaw::Large);
        }
        for (event, held) in checked {
            held.and_then(|held| self.add(held, way.wish)).inspect_err(|_| way.blamed = Some(event))?;
        }
        Ok(())
    }

    fn add(&mut self, held: Held<G>, wish: &Wish) -> Result<(), Flaw> {
        self.seen += 1;
        let packed: Vec<u8> = if wish.unchanged { Vec::new() } else { pack(&held.choices) };
        if let Some(before) = self.last.insert(held.credential, packed.into()) {
            if wish.unchanged {
                return Err(Flaw::Changed);
            }
            for (sum, old) in self.sums.iter_mut().zip(unpack::<G>(&before)) {
                *sum = sum.less(&old);
            }
        }
        for (sum, new) in self.sums.iter_mut().zip(&held.choices) {
            *sum = sum.plus(new);
        }
        Ok(())
    }
}

type Checked<G> = Vec<(u64, Result<Held<G>, Flaw>)>;

fn part_of<G: Group>(part: &[(u64, Vec<u8>)], vote: &Vote<G>, credentials: &HashMap<String, G::Point>) -> Checked<G> {
    part.iter().map(|(event, body)| (*event, ballot::check(body, vote, credentials))).collect()
}

fn pack<G: Group>(choices: &[Cipher<G>]) -> Vec<u8> {
    choices.iter().flat_map(|cipher| [G::pack(&cipher.alpha), G::pack(&cipher.beta)].concat()).collect()
}

fn unpack<G: Group>(packed: &[u8]) -> Vec<Cipher<G>> {
    let points: Vec<G::Point> = packed.chunks(G::PACKED).filter_map(G::unpack).collect();
    points.chunks(2).filter_map(|two| Some(Cipher { alpha: two.first()?.clone(), beta: two.get(1)?.clone() })).collect()
}

/// What is counted, and by whom.
struct Counted<'a, G: Group> {
    vote: &'a Vote<G>,
    trustees: &'a Trustees<G>,
    urn: &'a Urn<'a, G>,
    /// Whether proofs of decryption may have the form of Belenios 1.
    takes: bool,
}

/// From the end of voting to the result.
fn count<G: Group, R: Read>(events: &mut Events<R>, way: &mut Way<'_>, counted: &Counted<'_, G>) -> Result<(), Stop> {
    let Counted { vote, trustees, urn, takes } = *counted;
    way.at = Check::Tally;
    way.report.tally = shown(vote, &urn.sums);
    let Some(event) = events.next()? else { return way.ends() };
    if event.kind != "EncryptedTally" {
        return Err(Flaw::Order.into());
    }
    let sized = tally::sized(&events.payload(&event)?, urn.voted())?;
    tally::summed(&events.take(&sized)?, vote, &urn.sums)?;
    way.held(Check::Tally, urn.sums.len());
    way.at = Check::Decryptions;
    let mut decrypted = Vec::new();
    let last = loop {
        let Some(event) = events.next()? else { break None };
        if event.kind != "PartialDecryption" {
            break Some(event);
        }
        let (owner, hash) = tally::owner(&events.payload(&event)?)?;
        let place = owner.checked_sub(1).and_then(|place| usize::try_from(place).ok());
        let key = place.and_then(|place| trustees.keys.get(place)).ok_or(Flaw::Stranger)?;
        if way.report.decrypted.contains(&owner) {
            return Err(Flaw::Twice.into());
        }
        let opened = tally::factors(&events.take(&hash)?, vote, key, &urn.sums, takes)?;
        way.report.old += opened.old;
        let factors = opened.factors.iter().map(G::shown).collect();
        way.report.opened.push(report::Opened { trustee: owner, factors, named: opened.old == 0 });
        decrypted.push((owner, opened.factors));
        way.report.decrypted.push(owner);
    };
    way.held(Check::Decryptions, decrypted.len());
    way.at = Check::Result;
    let Some(event) = last else { return way.ends() };
    if event.kind != "Result" {
        return Err(Flaw::Order.into());
    }
    let totals = tally::result(&events.payload(&event)?, vote, &urn.sums, trustees, &decrypted, urn.voted())?;
    let mut rest = totals.into_iter();
    for (shown, question) in way.report.questions.iter_mut().zip(&vote.questions) {
        shown.totals = rest.by_ref().take(question.width()).collect();
    }
    way.held(Check::Result, urn.sums.len());
    if events.next()?.is_some() { Err(Flaw::Order.into()) } else { Ok(()) }
}

fn shown<G: Group>(vote: &Vote<G>, sums: &[Cipher<G>]) -> Vec<Vec<(String, String)>> {
    let mut rest = sums.iter().map(|sum| (G::shown(&sum.alpha), G::shown(&sum.beta)));
    vote.questions.iter().map(|question| rest.by_ref().take(question.width()).collect()).collect()
}
