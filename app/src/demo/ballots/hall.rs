//! Rounds held electronically: one being prepared, one in which two vote, one that may still be put either way. The phones are played here.

use accounts_rules::Actor;
use ballots::secret::{
    booth::{Booth, No},
    crypto::{BYTES, hex_hash, written},
    desk::{
        begin::{HallWanted, TrusteeWanted, begin},
        of,
        phone::{CollectWanted, ConfirmWanted, DeviceWanted, bring_device, collect, confirm},
        presence::{PresenceWanted, tell_presence},
        steps,
        trustee::{CommitmentWanted, TrusteeKeyWanted, commit, show},
    },
    show::{HallJson, hall},
};
use ballots_rules::{
    paper::{Assembly, Kind, RoundId},
    secret::{collect_words, confirm_words, token_words},
};
use ballots_seal::{Curve, Secret, Trustee};
use kit::{Fault, Problem, Site};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use sha2::{Digest as _, Sha384};

use super::{Hall, Matter, People, text};

/// The device and the credential of a deputy.
struct Phone<'a> {
    deputy: &'a Actor,
    device: SigningKey,
    credential: String,
}

fn broken(what: &str) -> Problem {
    Fault::new(format_args!("the demonstration's {what} failed")).into()
}

fn anonymous(no: &No) -> Problem {
    Fault::new(format_args!("the booth refused: {no:?}")).into()
}

/// Chance of the site for sealing.
fn chance(site: &Site) -> impl FnMut(&mut [u8]) {
    move |bytes: &mut [u8]| bytes.iter_mut().for_each(|byte| *byte = u8::from_le_bytes(site.chance()))
}

impl<'a> Phone<'a> {
    fn of(site: &Site, deputy: &'a Actor) -> Result<Self, Problem> {
        // Signs as RFC 6979 says, so that the same seed gives the same facts.
        let device = SigningKey::from_slice(&site.chance::<32>());
        let credential = Secret::<Curve>::draw(&mut chance(site)).credential();
        Ok(Self { deputy, device: device.map_err(|_| broken("device"))?, credential })
    }

    fn key(&self) -> Vec<u8> {
        self.device.verifying_key().to_sec1_point(false).as_bytes().to_vec()
    }

    fn sign(&self, words: &str) -> String {
        let signed: Signature = self.device.sign(words.as_bytes());
        written(&signed.to_bytes())
    }

    async fn brought(&self, site: &Site, round: RoundId) -> Result<u32, Problem> {
        let key = written(&self.key());
        Ok(bring_device(site, self.deputy, round, DeviceWanted { key }).await?.number)
    }

    async fn present(&self, site: &Site, (people, round): (&People, RoundId)) -> Result<(), Problem> {
        let number = self.brought(site, round).await?;
        let key_hash = hex_hash(&self.key());
        tell_presence(site, &people.clerk, round, PresenceWanted { number, key_hash, present: true }).await
    }

    /// Collects and registers. Nothing is hidden in a demonstration: the message itself is what is signed.
    async fn registers(&self, site: &Site, (booth, told): (&Booth, &HallJson), round: RoundId) -> Result<(), Problem> {
        let blinded = written(&encoded(site, &token_words(&told.vote, &self.credential)));
        let signature = self.sign(&collect_words(&told.vote, &blinded));
        let token = collect(site, self.deputy, round, CollectWanted { blinded, signature }).await?;
        booth.register(&told.vote, self.credential.clone(), token).await.map_err(|no| anonymous(&no))
    }

    async fn confirms(&self, site: &Site, told: &HallJson, round: RoundId) -> Result<(), Problem> {
        let setup = told.setup.clone().ok_or_else(|| broken("list"))?;
        let signature = self.sign(&confirm_words(&told.vote, &setup));
        confirm(site, self.deputy, round, ConfirmWanted { setup, signature }).await.map(drop)
    }
}

/// EMSA-PSS with SHA-384 and a salt of 48 bytes (RFC 8017, 9.1.1).
fn encoded(site: &Site, words: &str) -> Vec<u8> {
    let salt = site.chance::<48>();
    let told = Sha384::digest([&[0; 8][..], &Sha384::digest(words)[..], &salt[..]].concat());
    let mask = (0..7_u32).flat_map(|at| Sha384::digest([&told[..], &at.to_be_bytes()[..]].concat()).to_vec());
    let block = [vec![0; BYTES - 2 * salt.len() - 2], vec![1], salt.to_vec()].concat();
    let mut block: Vec<u8> = block.into_iter().zip(mask).map(|(one, other)| one ^ other).collect();
    if let Some(first) = block.first_mut() {
        *first &= 127;
    }
    [&block[..], &told[..], &[0xbc][..]].concat()
}

impl Hall {
    /// Three rounds of decisions.
    pub(super) async fn electronic(&self, site: &Site, people: &People) -> Result<(), Problem> {
        // The first stays open, so that the office can still choose.
        self.decision(site, people, "关于加强河道保护的决定").await?;
        let [one, other] = [Phone::of(site, &people.deputy)?, Phone::of(site, &people.second)?];
        let setup = self.decision(site, people, "关于设立乡村振兴基金的决定").await?;
        self.begun(site, people, setup, 7).await?;
        one.brought(site, setup).await?;
        let voting = self.decision(site, people, "关于批准财政决算的决议").await?;
        let keys = self.begun(site, people, voting, 2).await?;
        for (n, key) in (1..).zip(keys) {
            show(site, &people.clerk, (voting, n), TrusteeKeyWanted { key }).await?;
        }
        self.voted(site, people, (voting, &[one, other])).await
    }

    async fn decision(&self, site: &Site, people: &People, title: &str) -> Result<RoundId, Problem> {
        let matter = Matter {
            title,
            meeting: "第六次会议第六次全体会议",
            assembly: Assembly::Congress,
            kind: Kind::Decision,
            places: 1,
            names: &[(title, "")],
            method: "第六次会议表决办法",
        };
        let ballot = self.drafted(site, people, &matter).await?;
        self.opened(site, people, ballot, people.deputies).await
    }

    /// Begins, with the commitments of all trustees; answers their keys.
    async fn begun(&self, site: &Site, people: &People, round: RoundId, least: u32) -> Result<Vec<String>, Problem> {
        let names = ["总监票人", "第二代表团监票人", "外聘技术员"];
        let trustee = |name: &&str| Ok::<_, Problem>(TrusteeWanted { name: text(name)?, account: None });
        let wanted = HallWanted { least: Some(least), trustees: names.iter().map(trustee).collect::<Result<_, _>>()? };
        begin(site, &people.clerk, round, wanted).await?;
        let mut keys = Vec::new();
        for n in 1..=3 {
            let public = Trustee::<Curve>::draw(&mut chance(site)).public(&mut chance(site));
            let commitment = public.commitment();
            // Of the one being prepared the last trustee is still awaited.
            if least == 2 || n < 3 {
                commit(site, &people.clerk, (round, n), CommitmentWanted { commitment }).await?;
            }
            keys.push(public.json().to_owned());
        }
        Ok(keys)
    }

    async fn told(&self, site: &Site, people: &People, round: RoundId) -> Result<HallJson, Problem> {
        let (_, _, it) = of(site, &people.clerk, round).await?;
        Ok(hall(site, &people.clerk, &it).await?)
    }

    /// From the roll to voting.
    async fn voted(
        &self,
        site: &Site,
        people: &People,
        (round, phones): (RoundId, &[Phone<'_>]),
    ) -> Result<(), Problem> {
        for phone in phones {
            phone.present(site, (people, round)).await?;
        }
        steps::freeze_roll(site, &people.clerk, round).await?;
        let told = self.told(site, people, round).await?;
        let booth = Booth::begin(site.clone());
        for phone in phones {
            phone.registers(site, (&booth, &told), round).await?;
        }
        steps::ask_freeze(site, &people.clerk, round).await?;
        booth.look().await?;
        let told = self.told(site, people, round).await?;
        for phone in phones {
            phone.confirms(site, &told, round).await?;
        }
        steps::open_vote(site, &people.clerk, round).await.map(drop)
    }
}
