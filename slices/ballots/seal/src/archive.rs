//! Writes the public archive, piece by piece: an old-style tar, every piece named by its hash, every event naming its parent.

use crate::{group::hex, message, trustee::in_archive};

const BLOCK: usize = 512;

/// The chain of events so far; what is to be appended to the file comes back from each function.
#[derive(Clone, Debug)]
pub struct Archive {
    /// Stands in every heading, so that no ballot has a time.
    opened: u64,
    head: Option<String>,
    height: u64,
}

impl Archive {
    /// The beginning of a file. `opened` are the seconds since 1970 at which the vote was set up; no other time is ever written.
    #[must_use]
    pub fn begin(opened: u64) -> (Self, Vec<u8>) {
        let archive = Self { opened, head: None, height: 0 };
        let heading = format!("{{\"version\":1,\"timestamp\":\"{opened}\"}}");
        let bytes = archive.piece("BELENIOS", heading.as_bytes());
        (archive, bytes)
    }

    /// The hash of the last event: what the hall's screen shows.
    #[must_use]
    pub fn head(&self) -> Option<&str> {
        self.head.as_deref()
    }

    /// How many events there are.
    #[must_use]
    pub const fn height(&self) -> u64 {
        self.height
    }

    /// The setup: the vote, its trustees, its frozen list of credentials.
    pub fn setup(&mut self, election: &str, trustees: &str, credentials: &str) -> Vec<u8> {
        let pieces = [election, trustees, credentials];
        let [election, trustees, credentials] = pieces.map(|text| hex(text.as_bytes()));
        let index =
            format!("{{\"election\":\"{election}\",\"trustees\":\"{trustees}\",\"credentials\":\"{credentials}\"}}");
        let mut out: Vec<u8> = pieces.into_iter().flat_map(|text| self.data(text)).collect();
        out.extend(self.with_payload("Setup", &index));
        out
    }

    /// A ballot.
    pub fn ballot(&mut self, ballot: &str) -> Vec<u8> {
        self.with_payload("Ballot", ballot)
    }

    /// The end of voting.
    pub fn end(&mut self) -> Vec<u8> {
        self.event("EndBallots", None)
    }

    /// The encrypted totals of so many ballots.
    pub fn tally(&mut self, totals: &str, ballots: u64) -> Vec<u8> {
        let mut out = self.data(totals);
        let hash = hex(totals.as_bytes());
        let sized = format!("{{\"num_tallied\":{ballots},\"total_weight\":{ballots},\"encrypted_tally\":\"{hash}\"}}");
        out.extend(self.with_payload("EncryptedTally", &sized));
        out
    }

    /// The decryption of the trustee with this number, from 1, as it was handed in; what is published beside the archive is left out.
    pub fn decryption(&mut self, owner: u64, handed: &str) -> Vec<u8> {
        let factors = &in_archive(handed);
        let mut out = self.data(factors);
        let owned = format!("{{\"owner\":{owner},\"payload\":\"{}\"}}", hex(factors.as_bytes()));
        out.extend(self.with_payload("PartialDecryption", &owned));
        out
    }

    /// The result, question by question.
    pub fn result(&mut self, totals: &[Vec<u64>]) -> Vec<u8> {
        self.with_payload("Result", &format!("{{\"result\":{}}}", message::write(&totals)))
    }

    fn with_payload(&mut self, kind: &str, payload: &str) -> Vec<u8> {
        let mut out = self.data(payload);
        out.extend(self.event(kind, Some(&hex(payload.as_bytes()))));
        out
    }

    fn event(&mut self, kind: &str, payload: Option<&str>) -> Vec<u8> {
        let parent = self.head.as_ref().map(|hash| format!("\"parent\":\"{hash}\",")).unwrap_or_default();
        let payload = payload.map(|hash| format!(",\"payload\":\"{hash}\"")).unwrap_or_default();
        let event = format!("{{{parent}\"height\":{},\"type\":\"{kind}\"{payload}}}", self.height);
        let hash = hex(event.as_bytes());
        let bytes = self.piece(&format!("{hash}.event.json"), event.as_bytes());
        self.head = Some(hash);
        self.height += 1;
        bytes
    }

    fn data(&self, text: &str) -> Vec<u8> {
        self.piece(&format!("{}.data.json", hex(text.as_bytes())), text.as_bytes())
    }

    fn piece(&self, name: &str, body: &[u8]) -> Vec<u8> {
        let mut head = Vec::with_capacity(BLOCK);
        head.extend(name.bytes());
        head.resize(100, 0);
        head.extend(format!("0000644\0{0:07o}\0{0:07o}\0{1:011o}\0{2:011o}\0", 0, body.len(), self.opened).bytes());
        let sum: u64 = head.iter().map(|byte| u64::from(*byte)).sum::<u64>() + 8 * 32 + u64::from(b'0');
        head.extend(format!("{sum:06o}\0 0").bytes());
        head.resize(BLOCK, 0);
        head.extend_from_slice(body);
        head.resize(BLOCK + body.len().div_ceil(BLOCK) * BLOCK, 0);
        head
    }
}
