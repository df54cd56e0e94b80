//! 拆件: one paper with two matters becomes two (一事一议, suggestions.md §4, §5). Deputy, signers and clocks stay with both.

use kernel::{Refusal as Family, Refused};

use crate::{Act, Fact, Refusal, RemarkId, Sheet, Stage, Suggestion, SuggestionId};

/// The title and the text of one of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// 标题.
    pub title: String,
    /// 正文.
    pub body: String,
}

/// The two papers, each with its fact.
pub type Severed = [(Suggestion, Fact); 2];

/// Why a paper is not divided so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeverRefusal {
    /// The office only divides the deputy's words between the two papers, and adds none.
    NotTheirWords,
    /// Something the deputy wrote would stand in neither of the two papers.
    WordsLeftOut,
    /// It does not lie to be checked, or one of the two is no complete sheet.
    Other(Refusal),
}

impl From<SeverRefusal> for Refused {
    fn from(refusal: SeverRefusal) -> Self {
        let key = match refusal {
            SeverRefusal::NotTheirWords => "suggestions-refused-not-their-words",
            SeverRefusal::WordsLeftOut => "suggestions-refused-words-left-out",
            SeverRefusal::Other(refusal) => return refusal.into(),
        };
        Self::new(Family::Unfit, key)
    }
}

impl Suggestion {
    /// The office leaves the first matter on this paper and makes another of the second. It divides the deputy's words: it adds none,
    /// and none is lost; what belongs to both may stand in both.
    ///
    /// # Errors
    /// When it is not lying to be checked, when words were added or left out, or when one of the two is no complete sheet.
    pub fn sever(
        self,
        new: SuggestionId,
        [first, second]: [Piece; 2],
        reason: RemarkId,
    ) -> Result<Severed, SeverRefusal> {
        let Stage::Submitted(submission) = &self.stage else {
            return Err(SeverRefusal::Other(self.not_now(Act::Check)));
        };
        let (occasion, assign_by) = (submission.occasion, submission.assign_by);
        divided(&self.sheet.body, [&first.body, &second.body])?;
        let of = |piece: Piece| Sheet { title: piece.title, body: piece.body, ..self.sheet.clone() };
        let (first, second) = (of(first), of(second));
        for sheet in [&first, &second] {
            sheet.complete().map_err(|_| SeverRefusal::Other(Refusal::Incomplete))?;
        }
        let made = Self { id: new, sheet: second, ..self.clone() };
        let (lead, signers) = (self.lead.person, self.signers());
        let from = Fact::SeveredFrom { from: self.id, lead, signers, occasion, assign_by };
        Ok([(Self { sheet: first, ..self }, Fact::Severed { into: new, reason }), (made, from)])
    }
}

/// Each line of the two stands in the original, and each sentence of the original in one of them, spaces aside.
fn divided(original: &str, pieces: [&str; 2]) -> Result<(), SeverRefusal> {
    let whole = bare(original);
    if !pieces.iter().flat_map(|piece| piece.lines()).all(|line| whole.contains(&bare(line))) {
        return Err(SeverRefusal::NotTheirWords);
    }
    let kept = pieces.map(bare);
    let ends = |c: char| "。！？；\n!?;".contains(c);
    let mut sentences = original.split(ends).map(bare);
    if sentences.all(|sentence| kept.iter().any(|piece| piece.contains(&sentence))) {
        Ok(())
    } else {
        Err(SeverRefusal::WordsLeftOut)
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
