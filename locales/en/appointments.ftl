# used: appointments-office-*
appointments-office-committee-member = chair, vice chair, secretary-general or member of the standing committee
appointments-office-government-head = head of government
appointments-office-government-vice-head = vice head of government, in recess
appointments-office-government-member = head of a department of government
appointments-office-supervision-director = director of the supervision commission
appointments-office-supervision-member = vice director or member of the supervision commission
appointments-office-court-president = president of the court
appointments-office-judge = vice president, chief judge or judge
appointments-office-procurator-general = procurator-general
appointments-office-procurator = vice procurator-general or procurator
appointments-office-special-committee-member = vice chair or member of a special committee
appointments-office-credentials-member = member of the committee of credentials
appointments-office-election-committee-member = member of the election committee
appointments-office-work-organ-head = head of a working body of the standing committee, or of a street committee
appointments-office-township-chair = chair or vice chair of a township congress
appointments-office-township-head = head or vice head of a township

# used: appointments-way-*
appointments-way-elect = election
appointments-way-decide = decision to appoint or remove
appointments-way-appoint = appointment or removal
appointments-way-name = appointment

# used: appointments-nominator-*
appointments-nominator-presidium-or-deputies = presidium, or deputies together
appointments-nominator-government-head = head of government
appointments-nominator-supervision-director = director of the supervision commission
appointments-nominator-court-president = president of the court
appointments-nominator-procurator-general = procurator-general
appointments-nominator-chairpersons = council of chairpersons
appointments-nominator-standing-committee = county standing committee itself

# used: appointments-oath-*
appointments-oath-presidium = presidium
appointments-oath-chairpersons = council of chairpersons
appointments-oath-after-approval = after the approval
appointments-oath-none = no oath

# used: appointments-head-*
appointments-head-government = government
appointments-head-supervision = supervision commission
appointments-head-court = court
appointments-head-procuratorate = procuratorate
appointments-head-committee = standing committee

# used: appointments-vote-*
appointments-vote-fail = failed
appointments-vote-pass = passed

# used: appointments-rule-*
appointments-rule-none = no rule
appointments-rule-two-total = twice in all: no third proposal
appointments-rule-two-in-a-row = twice in a row: no third proposal

# used: appointments-post-*
appointments-post-deputy = deputy
appointments-post-committee-member = member of the standing committee
appointments-post-government = post of government
appointments-post-supervision = post of the supervision commission
appointments-post-judge = post of the court
appointments-post-procurator = post of the procuratorate
appointments-post-township-chair = chair or vice chair of a township congress
appointments-post-election-committee-member = member of the election committee
appointments-post-candidate = candidate
appointments-post-candidate-relative = near relative of a candidate
appointments-post-teller = teller

appointments-step-office = { $level } level: { $office }.
appointments-step-elected = { $office }: elected by the own congress.
appointments-step-procurator-general = The procurator-general is elected by the own congress and approved by the next higher standing committee on the higher procurator-general's proposal.
appointments-step-vice-head = In recess the standing committee may decide on single vice heads. The law names no nominator; usually the head of government.
appointments-step-government-member = On the nomination of the head of government, the standing committee decides on the heads of departments.
appointments-step-supervision = On the proposal of the director, the standing committee appoints and removes vice directors and members.
appointments-step-judge = On the proposal of the president, the standing committee appoints and removes vice presidents and judges.
appointments-step-procurator = On the proposal of the procurator-general, the standing committee appoints and removes vice procurators-general and procurators.
appointments-step-special-committee = In recess, on the proposal of the chairpersons, the standing committee appoints single vice chairs and members; they must be deputies.
appointments-step-credentials = Its members are proposed by the chairpersons from among the members of the standing committee, which passes them.
appointments-step-election-committee = Appointed and led by the county standing committee, for townships too.
appointments-step-work-organ = Proposed by the chairpersons, appointed by the standing committee, as the local method says.
appointments-step-majority = The { $body } decides by more than half of all members.
appointments-step-approval = Approved by the { $by }.
appointments-step-filing = Filed with the { $with }.
appointments-step-oath = The oath is organised by: { $by }.
appointments-step-oath-after = The oath is taken after the approval.
appointments-step-acting-chair = When the chair is ill or missing, the standing committee chooses an acting chair from among the vice chairs until the chair recovers or a new one is elected.
appointments-step-acting = When the head of the { $organ } is missing, the standing committee, on the chairpersons' proposal, decides on one of the vice heads.
appointments-step-vice-first = Somebody who is no vice head is first made one (as other provinces do).
appointments-step-acting-procurator = An acting procurator-general is filed with the higher procuratorate and standing committee.
appointments-step-failed = Failed { $failed } times in this term, the last { $row } in a row.
appointments-step-failed-rule = The rule applied: { $rule }.
appointments-step-no-rule = No law of the state says. Look up the local method and choose its rule.
appointments-step-committee-posts = { $one } must not hold { $other }; whoever does leaves the standing committee.
appointments-step-chair-posts = { $one } must not hold { $other }; whoever does resigns as chair.
appointments-step-committee-candidate = { $one } who is { $other } must leave the election committee.
appointments-step-teller = { $other } must not be { $one }.
appointments-step-no-conflict = The law keeps none of these apart.

appointments-reason-route = { $office }: { $verb } by the { $body }; proposed by: { $nominator }.
appointments-reason-acting = May be decided on at once.
appointments-reason-acting-vice-first = First made a vice head, then acting.
appointments-reason-acting-chair = May be chosen as acting chair.
appointments-reason-no-acting-chair = Not possible: the acting chair comes from the vice chairs alone.
appointments-reason-may-propose = May be proposed again.
appointments-reason-may-propose-for = May be proposed again as { $office }.
appointments-reason-may-not-propose = Not proposed again in this term.
appointments-reason-may-not-propose-for = Not proposed again as { $office } in this term.
appointments-reason-compatible = They go together.
appointments-reason-conflict = They do not go together: { $one } and { $other }.
appointments-reason-leave-committee = Must leave the election committee.

appointments-refused-level = This level has no such office: townships have only their chairs and heads. Choose another level or office.
