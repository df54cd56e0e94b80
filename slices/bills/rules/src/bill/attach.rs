//! 附件: files are added to a bill and taken away again.

use kernel::PersonId;

use crate::{Act, Answer, Bill, Done, Fact, File, FileId, FileKind, Filer, Hand, MOST_FILES, Refusal};

impl Bill {
    /// A file is added: by the lead deputy in person while it lies with its deputies; to what the office keeps, by the office until the
    /// presidium decides, and `hand` is none. Who signed before another draft text is asked again, as after a change of the words.
    ///
    /// # Errors
    /// When it is another's, when it is too late for it, or when there are as many as there may be.
    pub fn attach(mut self, hand: Option<Hand>, file: File) -> Done {
        self.files_are_of(hand, Act::Attach)?;
        if self.files.len() >= MOST_FILES {
            return Err(Refusal::TooManyFiles);
        }
        let asked_again = self.asked_again_after(file.kind);
        let fact = Fact::Attached { file: file.id, kind: file.kind, sha256: file.sha256.clone(), asked_again };
        self.files.push(file);
        Ok((self, fact))
    }

    /// A file is taken away again.
    ///
    /// # Errors
    /// When it is another's, when it is too late for it, or when there is no such file.
    pub fn detach(mut self, hand: Option<Hand>, id: FileId) -> Done {
        self.files_are_of(hand, Act::Detach)?;
        let kind = self.files.iter().find(|file| file.id == id).map(|file| file.kind).ok_or(Refusal::NoFile)?;
        let asked_again = self.asked_again_after(kind);
        self.files.retain(|file| file.id != id);
        Ok((self, Fact::Detached { file: id, asked_again }))
    }

    /// Whether files can be added to it, or taken away.
    #[must_use]
    pub const fn takes_files(&self) -> bool {
        if self.kept_by_the_office() { self.is_undecided() } else { self.is_free() }
    }

    /// Everybody who signed what now reads otherwise, asked again.
    pub(super) fn ask_again(&mut self) -> Vec<PersonId> {
        let mut asked_again = vec![];
        if let Filer::Deputies { signers, .. } = &mut self.filer {
            for signer in signers.iter_mut().filter(|signer| matches!(signer.answer, Answer::Confirmed(_))) {
                signer.answer = Answer::Asked;
                asked_again.push(signer.person);
            }
        }
        asked_again
    }

    fn asked_again_after(&mut self, kind: FileKind) -> Vec<PersonId> {
        if kind == FileKind::Draft && self.is_free() { self.ask_again() } else { vec![] }
    }

    fn files_are_of(&self, hand: Option<Hand>, act: Act) -> Result<(), Refusal> {
        match hand {
            Some(hand) if !self.kept_by_the_office() => self.led_by(hand)?,
            None if self.kept_by_the_office() => {}
            Some(_) | None => return Err(Refusal::NotLead),
        }
        if self.takes_files() { Ok(()) } else { Err(self.not_now(act)) }
    }
}
