# Bills
bills-refused-not-now = This bill { $stage ->
    [draft] is still a draft
    [submitted] was handed in and waits to be checked
    [returned] was returned to be corrected
    [numbered] has its number and waits for the committee
    [reviewed] waits for the presidium
    [agenda] is on the agenda
    [referred] is with a committee
    [closed] has come to its end
   *[withdrawn] was withdrawn
}: this cannot be done now. Reload the page and go on from where it stands.
bills-refused-not-lead = Only the lead deputy may do this; of an organ’s bill, the office enters it.
bills-refused-not-asked = You were not asked to sign this bill. If you wish to, speak to the lead deputy.
bills-refused-in-person = A deputy drafts, signs and hands in a bill in person, with the own account.
bills-refused-incomplete = The bill is not complete: it needs a title, grounds and a proposal. Add what is missing and hand it in again.
bills-refused-nobody-asked = Choose deputies to ask first; those asked already need not be chosen again.
bills-refused-lead-asked = The lead deputy signs by handing the bill in and need not be asked.
bills-refused-too-few-signers = Too few deputies have signed: { $has }, and at least { $need } must (Organic Law, art. 22). Ask more deputies, or put it as a suggestion.
bills-refused-no-congress = There is no congress on this level to put a bill to.
bills-refused-not-sitting = Bills are put while the congress sits. It does not sit now: draft it and gather signatures, and hand it in during the session; what is urgent can be put as a suggestion.
bills-refused-too-late = The deadline is over and this session takes no more bills. Put it as a suggestion instead.
bills-refused-no-such-organ = A township’s congress has neither a standing committee nor special committees; choose another organ.
bills-refused-delegations-may-not = The terms of this session let no delegation put a bill. Let deputies sign it, or have the head of the office change the terms first.
bills-refused-unknown-disposal = Choose from the list; name a committee only where it is referred to one.
bills-refused-referred-to-nobody = Name the committee to which it is referred.
bills-refused-no-committee = A township’s congress has no committee to refer a bill to; choose the agenda, not listed, or a suggestion.
bills-refused-organ-is-heard = A bill of an organ is put before the congress by the presidium (Organic Law, art. 22); choose the agenda.
bills-refused-nobody-signed = No deputy signed this bill, so as a suggestion nobody could be answered; choose otherwise.
bills-refused-only-suggestion = This bill came after the deadline and can only be treated as a suggestion.
bills-refused-reason-needed = The presidium departs from the opinion, or there is none: give its reason.
bills-refused-report-day-past = The day to report must lie after today; enter another.
bills-refused-withdrawal-waits = Those who put it ask to withdraw it: enter first whether the presidium agrees.
bills-refused-votes-unfit = There cannot be more votes for it than deputies, and there is at least one deputy; check the numbers.
bills-refused-no-deputy = Your account belongs to no deputy, so this is not for you to do. Ask the office of the congress.
bills-refused-not-deputies = { $count } of them are no deputies in office of this congress. Choose again.
bills-refused-no-session = No session of this congress is entered yet; enter it in the roster first.
bills-wrong-pattern = The pattern must hold exactly one { "{" }n{ "}" }, as in “Bill { "{" }n{ "}" }”
bills-wrong-months = Enter a whole number from 1 to { $most }
bills-field-title = Title
bills-field-grounds = Grounds
bills-field-proposal = Proposal
bills-field-publish = May be published
bills-field-not-public-because = Why not
bills-field-deadline = Deadline for bills of deputies
bills-field-late = Bills after the deadline
bills-field-delegations = Delegations may put bills
bills-field-report-months = Months to report between sessions
bills-field-pattern = Pattern of numbers
bills-field-basis = Document
