# used: ballots-voter-*
ballots-voter-voter = 选民
ballots-voter-deputy = 人大代表

ballots-step-names = 票上选了 { $names } 人，应选 { $seats } 名：所选人数多于应选名额的作废，等于或者少于的有效。
ballots-step-blank = 一个都没选是弃权，不是废票，仍算参加投票。
ballots-step-base-members = 常委会的决议由全体组成人员的过半数通过，弃权和未到会的不减少总数。
ballots-step-voter-writes-in = 选民可以投赞成票、反对票，可以另选其他任何选民，也可以弃权。
ballots-step-deputy-writes-in = 代表投反对票的，可以另选他人；弃权的不能另选。
ballots-step-deputy-wrote-in = 代表可以投赞成票、反对票，可以另选其他任何代表或者选民，也可以弃权。

ballots-reason-too-many-names = 作废。
ballots-reason-abstention = 有效，按弃权计。
ballots-reason-valid-ballot = 有效。
ballots-reason-no-quorum = 到会 { $present } 人，不到 { $need } 人，不能举行会议。
ballots-reason-passed = 赞成 { $yes } 票，达到 { $need } 票，通过。
ballots-reason-not-passed = 赞成 { $yes } 票，不到 { $need } 票，不通过。
ballots-reason-quorum-and-pass = 到会 { $need } 人以上可以举行会议，赞成 { $need } 票以上通过。
ballots-reason-write-in = 可以另选他人。
ballots-reason-no-write-in = 不可以另选他人；只有投反对票的才可以。

ballots-refused-more-present = 到会 { $present } 人，多于全体组成人员 { $members } 人，请核对。
ballots-refused-more-yes = 赞成 { $yes } 票，多于到会 { $present } 人，请核对。
ballots-refused-opposed-and-abstained = 对同一候选人不能既反对又弃权，请只选一项。
