//! Posts that do not go together (F34; 地方组织法 18, 47; 选举法 10, 43).

use law_rules::{Act, Article, Step, Verdict, Word as _, words};
use serde::Serialize;

words! {
    /// A post or a part in an election.
    pub enum Post as "appointments-post-" {
        /// 代表.
        Deputy = "deputy" | "代表" | "人大代表",
        /// 常委会组成人员.
        CommitteeMember = "committee_member" | "常委会组成人员" | "常委会委员",
        /// 局长 and other posts of government.
        Government = "government" | "bureau_chief" | "局长" | "副县长" | "副镇长" | "政府职务",
        /// Posts of the supervision commission.
        Supervision = "supervision" | "监委" | "监委委员",
        /// Posts of the court.
        Judge = "judge" | "审判员" | "法官",
        /// Posts of the procuratorate.
        Procurator = "procurator" | "检察员" | "检察官",
        /// 乡镇人大主席、副主席.
        TownshipChair = "township_chair" | "镇人大主席" | "乡镇人大主席",
        /// 选举委员会组成人员.
        ElectionCommitteeMember = "election_committee_member" | "选举委员会委员",
        /// 代表候选人.
        Candidate = "candidate" | "代表候选人" | "候选人",
        /// 代表候选人的近亲属.
        CandidateRelative = "candidate_relative" | "候选人近亲属",
        /// 监票人、计票人 and whoever presides over the vote.
        Teller = "teller" | "监票人" | "计票人",
    }
}

/// Two posts that do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// One of them; the one to be left first.
    pub one: Post,
    /// The other.
    pub other: Post,
    /// The article.
    pub article: Article,
}

/// Whether all posts go together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compatibility {
    /// Whether they do.
    pub ok: bool,
    /// Every two that do not.
    pub conflicts: Vec<Conflict>,
}

const OF_OTHER_ORGANS: [Post; 4] = [Post::Government, Post::Supervision, Post::Judge, Post::Procurator];

/// The rule that keeps two posts apart, if there is one: the article and the sentence.
fn apart(one: Post, other: Post) -> Option<(Article, &'static str)> {
    let of_other_organ = OF_OTHER_ORGANS.contains(&other);
    match (one, other) {
        (Post::CommitteeMember, _) if of_other_organ => {
            Some((Article::of(Act::Organic, 47), "appointments-step-committee-posts"))
        }
        (Post::TownshipChair, _) if of_other_organ => {
            Some((Article::of(Act::Organic, 18), "appointments-step-chair-posts"))
        }
        (Post::ElectionCommitteeMember, Post::Candidate) => {
            Some((Article::of(Act::Electoral, 10), "appointments-step-committee-candidate"))
        }
        (Post::Teller, Post::Candidate | Post::CandidateRelative) => {
            Some((Article::of(Act::Electoral, 43), "appointments-step-teller"))
        }
        _ => None,
    }
}

/// F34: which of the posts one person holds, or is to hold, do not go together.
#[must_use]
pub fn incompatible_posts(posts: &[Post]) -> Verdict<Compatibility> {
    let pairs = posts.iter().flat_map(|one| posts.iter().map(move |other| (*one, *other)));
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut working = Vec::new();
    for (one, other) in pairs {
        let Some((article, key)) = apart(one, other) else { continue };
        let conflict = Conflict { one, other, article };
        if !conflicts.contains(&conflict) {
            let values = vec![("one", one.said()), ("other", other.said())];
            working.push(Step { key, values, basis: None }.citing(Some(article)));
            conflicts.push(conflict);
        }
    }
    let ok = conflicts.is_empty();
    if ok {
        working.push(Step::new("appointments-step-no-conflict").by(Act::Organic, 47));
    }
    let reason = match conflicts.first() {
        None => Step::new("appointments-reason-compatible"),
        Some(Conflict { one: Post::ElectionCommitteeMember, .. }) => Step::new("appointments-reason-leave-committee"),
        Some(first) => {
            Step::new("appointments-reason-conflict").with("one", first.one.said()).with("other", first.other.said())
        }
    };
    Verdict::new(Compatibility { ok, conflicts }, reason, working)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_kept_apart_by_the_law_that_says_so() {
        // law.md F34
        for (posts, article) in [
            (&["常委会组成人员", "局长"][..], Some((Act::Organic, 47))),
            (&["committee_member", "judge"], Some((Act::Organic, 47))),
            (&["代表", "局长"], None),
            (&["镇人大主席", "副镇长"], Some((Act::Organic, 18))),
            (&["副镇长", "镇人大主席"], Some((Act::Organic, 18))),
            (&["选举委员会委员", "候选人"], Some((Act::Electoral, 10))),
            (&["监票人", "候选人近亲属"], Some((Act::Electoral, 43))),
        ] {
            let posts: Vec<Post> = posts.iter().map(|post| Post::read(post).unwrap()).collect();
            let value = incompatible_posts(&posts).value;
            let found = value.conflicts.first().map(|conflict| (conflict.article.law, conflict.article.article));
            assert_eq!((value.ok, found), (article.is_none(), article), "{posts:?}");
        }
    }
}
