//! Talks between a unit and the lead deputy before a reply: most are confirmed, some still wait, a few are disputed.

use demo::{Chance, Round};
use kernel::Moment;
use suggestions_rules::{Contact, Refusal, Talk};

use super::{super::drawn::text, Teller, handle::Part};

const WAYS: [&str; 5] = ["talk", "site", "phone", "phone", "seminar"];
const CAME: [&str; 4] = ["局长", "副局长", "分管副局长、业务股长", "业务股长"];
const SAID: [&str; 6] = [
    "情况说得清楚，希望按时间表落实，办好后告诉群众。",
    "同意先解决最急的一段，其余的列入明年计划。",
    "希望再到村里看一看，听听群众的意见。",
    "对答复稿没有不同意见，请写明完成时间。",
    "经费有困难可以理解，但要说清楚哪一年能办。",
    "没有意见。",
];
const DISPUTED: [&str; 2] = ["只打过电话，没有见面。", "没有给我看过答复稿。"];

impl Teller<'_> {
    /// The unit talks with the lead deputy and writes its reply after it. Chances of its own: the rest of the story stays as it is.
    pub(super) fn talk(&mut self, part: Part<'_>, round: &Round, nth: usize) -> Result<(), Refusal> {
        let mut chance = Chance::of(self.world.seed, "talk", self.draft.index * 8 + nth as u64);
        if chance.hits(1, 5) {
            return Ok(());
        }
        let (at, head) = (round.drafted, Some(part.unit.head));
        let said = self.said(at, head, pick(&mut chance, &SAID).to_owned(), "contact");
        let talk = Talk {
            day: at.day(),
            way: pick(&mut chance, &WAYS).to_owned(),
            with: self.lead.person,
            by: text(pick(&mut chance, &CAME)),
            place: None,
            said,
            draft_shown: chance.hits(1, 2),
        };
        let id = self.world.id("contact", self.draft.index * 8 + nth as u64, at);
        let mut made = None;
        self.step(at, head, |suggestion, given| {
            let (contact, fact) = suggestion.record_contact(part.id, id, talk, given)?;
            made = Some(contact);
            Ok((suggestion, fact))
        })?;
        if let Some(contact) = made {
            let contact = self.answered(contact, round.delivered, &mut chance)?;
            self.contacts.push(contact);
        }
        Ok(())
    }

    /// After a second 不满意 the head of the unit meets the lead deputy.
    pub(super) fn meets(&mut self, part: Part<'_>, at: Moment) -> Result<(), Refusal> {
        let head = Some(part.unit.head);
        let said = self.said(at, head, "当面说明了情况，商定了下一步的办理时间。".to_owned(), "contact");
        let talk = Talk {
            day: at.day(),
            way: "talk".to_owned(),
            with: self.lead.person,
            by: text("局长、分管副局长"),
            place: None,
            said,
            draft_shown: false,
        };
        let id = self.world.id("meeting", self.draft.index, at);
        let mut made = None;
        self.step(at, head, |suggestion, given| {
            let (contact, fact) = suggestion.record_contact(part.id, id, talk, given)?;
            made = Some(contact);
            Ok((suggestion, fact))
        })?;
        self.contacts.extend(made);
        Ok(())
    }

    /// Who has the reply in hand has long said whether the talk was so.
    fn answered(
        &mut self,
        contact: Contact,
        delivered: Option<Moment>,
        chance: &mut Chance,
    ) -> Result<Contact, Refusal> {
        let Some(delivered) = delivered else { return Ok(contact) };
        let recorded = contact.recorded.millis();
        let at = contact.recorded.plus_millis((delivered.millis() - recorded) / 8);
        let (hand, by) = (self.hand(self.lead), Some(self.lead.account));
        let (contact, fact) = if chance.hits(1, 30) {
            let reason = self.said(at, by, pick(chance, &DISPUTED).to_owned(), "contact-dispute");
            contact.dispute(hand, reason, at)?
        } else {
            contact.confirm(hand, at)?
        };
        self.keep(at, by, fact);
        Ok(contact)
    }
}

fn pick<'w>(chance: &mut Chance, words: &[&'w str]) -> &'w str {
    chance.pick(words).copied().unwrap_or_default()
}
