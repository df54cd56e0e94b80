# used: appointments-office-*
appointments-office-committee-member = 常委会主任、副主任、秘书长、委员
appointments-office-government-head = 政府正职（省长、市长、县长等）
appointments-office-government-vice-head = 政府副职（闭会期间个别任免）
appointments-office-government-member = 政府组成部门正职（局长等）、秘书长
appointments-office-supervision-director = 监察委员会主任
appointments-office-supervision-member = 监察委员会副主任、委员
appointments-office-court-president = 人民法院院长
appointments-office-judge = 副院长、庭长、副庭长、审判委员会委员、审判员
appointments-office-procurator-general = 人民检察院检察长
appointments-office-procurator = 副检察长、检察委员会委员、检察员
appointments-office-special-committee-member = 专门委员会个别副主任委员、部分委员
appointments-office-credentials-member = 代表资格审查委员会组成人员
appointments-office-election-committee-member = 选举委员会组成人员
appointments-office-work-organ-head = 常委会工作机构、办事机构负责人，街道工委主任
appointments-office-township-chair = 乡镇人大主席、副主席
appointments-office-township-head = 乡长、镇长、副乡长、副镇长

# used: appointments-way-*
appointments-way-elect = 选举
appointments-way-decide = 决定任免
appointments-way-appoint = 任免
appointments-way-name = 任命

# used: appointments-nominator-*
appointments-nominator-presidium-or-deputies = 主席团或者代表联合提名
appointments-nominator-government-head = 政府正职提名
appointments-nominator-supervision-director = 监察委员会主任提请
appointments-nominator-court-president = 人民法院院长提请
appointments-nominator-procurator-general = 人民检察院检察长提请
appointments-nominator-chairpersons = 主任会议提请
appointments-nominator-standing-committee = 县级人大常委会自行任命

# used: appointments-oath-*
appointments-oath-presidium = 主席团
appointments-oath-chairpersons = 主任会议
appointments-oath-after-approval = 批准之后
appointments-oath-none = 不需要宣誓

# used: appointments-head-*
appointments-head-government = 人民政府
appointments-head-supervision = 监察委员会
appointments-head-court = 人民法院
appointments-head-procuratorate = 人民检察院
appointments-head-committee = 人大常委会

# used: appointments-vote-*
appointments-vote-fail = 未通过
appointments-vote-pass = 通过

# used: appointments-rule-*
appointments-rule-none = 没有规定
appointments-rule-two-total = 本届内累计两次未通过的，不再提名
appointments-rule-two-in-a-row = 本届内连续两次未通过的，不再提名

# used: appointments-post-*
appointments-post-deputy = 人大代表
appointments-post-committee-member = 常委会组成人员
appointments-post-government = 政府职务（局长、副镇长等）
appointments-post-supervision = 监察机关职务
appointments-post-judge = 审判机关职务
appointments-post-procurator = 检察机关职务
appointments-post-township-chair = 乡镇人大主席、副主席
appointments-post-election-committee-member = 选举委员会组成人员
appointments-post-candidate = 代表候选人
appointments-post-candidate-relative = 代表候选人的近亲属
appointments-post-teller = 监票、计票人员

appointments-step-office = { $level }：{ $office }。
appointments-step-elected = { $office }由本级人民代表大会选举产生。
appointments-step-procurator-general = 检察长由本级人民代表大会选举，须报经上一级检察院检察长提请该级人大常委会批准。
appointments-step-vice-head = 闭会期间，常委会可以决定个别副职的任免；国家法律没有写明由谁提名，一般由政府正职提名。
appointments-step-government-member = 根据政府正职的提名，常委会决定秘书长、厅长、局长、委员会主任、科长的任免。
appointments-step-supervision = 根据监察委员会主任的提请，常委会任免监察委员会副主任、委员。
appointments-step-judge = 根据人民法院院长的提请，常委会任免副院长、庭长、副庭长、审判委员会委员、审判员。
appointments-step-procurator = 根据检察长的提请，常委会任免副检察长、检察委员会委员、检察员。
appointments-step-special-committee = 闭会期间，根据主任会议的提名，常委会任免专门委员会的个别副主任委员和部分委员；人选须是本级人大代表。
appointments-step-credentials = 代表资格审查委员会的组成人员由主任会议在常委会组成人员中提名，常委会会议通过。
appointments-step-election-committee = 选举委员会的组成人员由县级人大常委会任命，受其领导；乡级选举委员会也由县级人大常委会任命。
appointments-step-work-organ = 常委会工作机构、办事机构负责人由主任会议提请常委会任免，按本地任免办法办理。
appointments-step-majority = { $body }以全体组成人员的过半数通过。
appointments-step-approval = 须报经{ $by }批准。
appointments-step-filing = 报{ $with }备案。
appointments-step-oath = 宪法宣誓的组织：{ $by }。
appointments-step-oath-after = 批准之后进行宪法宣誓。
appointments-step-acting-chair = 常委会主任因健康情况不能工作或者缺位时，由常委会在副主任中推选一人代理主任的职务，直到主任恢复健康或者人民代表大会选出新的主任为止。
appointments-step-acting = { $organ }正职因故不能担任职务的，根据主任会议的提名，由常委会从副职中决定代理的人选。
appointments-step-vice-first = 人选还不是副职的，先决定任命为副职，再决定代理（其他省的做法）。
appointments-step-acting-procurator = 代理检察长，须报上一级人民检察院和人大常委会备案。
appointments-step-failed = 本届内未通过 { $failed } 次，其中最近连续 { $row } 次。
appointments-step-failed-rule = 适用的办法：{ $rule }。
appointments-step-no-rule = 国家法律没有规定；请查本地任免办法，有规定的改选后再算。
appointments-step-committee-posts = { $one }不得担任{ $other }；担任的，必须向常委会辞去常委会的职务。
appointments-step-chair-posts = { $one }不得担任{ $other }；担任的，必须向本级人大辞去主席、副主席的职务。
appointments-step-committee-candidate = { $one }为{ $other }的，应当辞去选举委员会的职务。
appointments-step-teller = { $other }不得担任{ $one }。
appointments-step-no-conflict = 所列职务之间没有法律禁止的兼任。

appointments-reason-route = { $office }：由{ $body }{ $verb }；{ $nominator }。
appointments-reason-acting = 可以直接决定代理。
appointments-reason-acting-vice-first = 先决定任命为副职，再决定代理。
appointments-reason-acting-chair = 可以推选为代理主任。
appointments-reason-no-acting-chair = 不可以：代理主任只能从副主任中推选。
appointments-reason-may-propose = 可以再次提名。
appointments-reason-may-propose-for = 可以再次提名为{ $office }。
appointments-reason-may-not-propose = 本届内不再提名。
appointments-reason-may-not-propose-for = 本届内不再提名为{ $office }。
appointments-reason-compatible = 可以兼任。
appointments-reason-conflict = 不能兼任：{ $one }与{ $other }。
appointments-reason-leave-committee = 应当辞去选举委员会的职务。

appointments-refused-level = 这一级没有这个职务：乡镇只有乡镇人大主席、副主席和乡镇长、副乡镇长。请改选级别或者职务。
