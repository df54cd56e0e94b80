//! Whom a fact of supervision concerns, and what each is told.

use accounts_rules::Right;
use kernel::{BodyId, Day, PersonId};
use supervision_rules::Fact;

use crate::{Audience, Kind, Particulars, Tidings};

/// Who stands around what is supervised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supervised {
    /// Lead deputy and those who have seconded it; of an evaluation, the deputies who may score its units.
    pub signers: Vec<PersonId>,
    /// The units that have a part; of a letter, the one it went to; of an evaluation, those it judges; of an inquiry, those it asks.
    pub units: Vec<BodyId>,
    /// The congress.
    pub congress: Option<BodyId>,
}

/// What a fact of supervision gives to tell, and to whom.
#[must_use]
pub fn told_by_supervision(fact: &Fact, of: &Supervised) -> Vec<Tidings> {
    let plain = Particulars::default;
    match fact {
        Fact::KeyMarked { .. } => of.everybody(Kind::KeyMarked, &plain()),
        Fact::KeyConcluded => of.everybody(Kind::KeyConcluded, &plain()),
        Fact::KeyLifted => of.everybody(Kind::KeyLifted, &plain()),
        Fact::StepPlanned { by, .. } => of.to_units(Kind::KeyPlanned, &Particulars { day: Some(*by), ..plain() }),
        Fact::LetterIssued { due, .. } => {
            let mut all = of.to_units(Kind::LetterIssued, &Particulars { day: Some(*due), ..plain() });
            all.push(of.to_signers(Kind::LetterTold, &of.by_unit()));
            all
        }
        Fact::LetterAnswered { .. } => of.to_office(Right::SuggestionRemind, Kind::LetterAnswered, of.by_unit()),
        Fact::LetterSentBack { due } => of.to_units(Kind::LetterAgain, &Particulars { day: Some(*due), ..plain() }),
        Fact::LetterClosed => of.everybody(Kind::LetterClosed, &plain()),
        Fact::LetterWithdrawn => of.to_units(Kind::LetterWithdrawn, &plain()),
        Fact::CaseListed { .. } => of.to_office(Right::CaseSee, Kind::CaseListed, plain()),
        Fact::EvaluationOpened { scored: true, .. } => vec![of.to_signers(Kind::EvaluationOpened, &plain())],
        Fact::EvaluationTold { appeal_until } => {
            of.to_units(Kind::EvaluationTold, &Particulars { day: Some(*appeal_until), ..plain() })
        }
        Fact::EvaluationPublished => of.to_units(Kind::EvaluationPublished, &plain()),
        Fact::Appealed { unit } => {
            of.to_office(Right::EvaluationDecide, Kind::Appealed, Particulars { unit: Some(*unit), ..plain() })
        }
        Fact::AppealRuled { unit, .. } => {
            Supervised { units: vec![*unit], ..of.clone() }.to_units(Kind::AppealRuled, &plain())
        }
        Fact::InquiryTold { day } => of.to_units(Kind::InquiryTold, &Particulars { day: Some(*day), ..plain() }),
        Fact::InquiryConcluded => of.to_units(Kind::InquiryEnded, &plain()),
        Fact::InquiryCalledOff { told: true } => of.to_units(Kind::InquiryOff, &plain()),
        Fact::ItemListed { unit, due, .. } => of.to_unit(*unit, Kind::ItemListed, Some(*due)),
        Fact::ItemSentBack { unit, due, .. } => of.to_unit(*unit, Kind::ItemBack, Some(*due)),
        Fact::ItemSettled { unit, .. } => of.to_unit(*unit, Kind::ItemSettled, None),
        Fact::ItemReported { unit, .. } => {
            of.to_office(Right::InquiryKeep, Kind::ItemReported, Particulars { unit: Some(*unit), ..plain() })
        }
        Fact::InquiryBegun { .. }
        | Fact::QuestionListed { .. }
        | Fact::QuestionStruck { .. }
        | Fact::InquiryHeld
        | Fact::QuestionAnswered { .. }
        | Fact::InquiryVoted { .. }
        | Fact::ItemPlanned { .. }
        | Fact::InquiryCalledOff { .. }
        | Fact::EvaluationDrafted
        | Fact::SchemeRevised
        | Fact::EvaluationOpened { .. }
        | Fact::Scored { .. }
        | Fact::VotesEntered { .. }
        | Fact::EvaluationComputed
        | Fact::EvaluationDecided
        | Fact::AnnualWritten { .. }
        | Fact::StepDone { .. }
        | Fact::VisitRecorded { .. }
        | Fact::ReportFiled { .. }
        | Fact::PolicyRecorded { .. }
        | Fact::EvidenceLaid { .. }
        | Fact::CaseOwned
        | Fact::CaseTurned
        | Fact::CaseEnded => vec![],
    }
}

impl Supervised {
    fn to_units(&self, kind: Kind, given: &Particulars) -> Vec<Tidings> {
        let told =
            |unit: &BodyId| Tidings { to: Audience::Holders(Right::AssignmentSee, *unit), kind, given: given.clone() };
        self.units.iter().map(told).collect()
    }

    fn to_unit(&self, unit: BodyId, kind: Kind, day: Option<Day>) -> Vec<Tidings> {
        Self { units: vec![unit], ..self.clone() }.to_units(kind, &Particulars { day, ..Particulars::default() })
    }

    fn to_signers(&self, kind: Kind, given: &Particulars) -> Tidings {
        Tidings { to: Audience::People(self.signers.clone()), kind, given: given.clone() }
    }

    fn to_office(&self, right: Right, kind: Kind, given: Particulars) -> Vec<Tidings> {
        let told = |congress| Tidings { to: Audience::Holders(right, congress), kind, given };
        self.congress.map(told).into_iter().collect()
    }

    fn by_unit(&self) -> Particulars {
        Particulars { unit: self.units.first().copied(), ..Particulars::default() }
    }

    fn everybody(&self, kind: Kind, given: &Particulars) -> Vec<Tidings> {
        std::iter::once(self.to_signers(kind, given)).chain(self.to_units(kind, given)).collect()
    }
}
