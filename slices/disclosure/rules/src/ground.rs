//! Why something is not, or no longer, before the public.

use serde::{Deserialize, Serialize};

/// The category of a reason; the words beside it are the office's own and stay in the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// 国家秘密 (政府信息公开条例 14).
    Secret,
    /// 可能危及国家安全、公共安全、经济安全、社会稳定 (政府信息公开条例 14).
    Safety,
    /// 商业秘密 (政府信息公开条例 15).
    Commercial,
    /// 个人隐私 (政府信息公开条例 15, 个人信息保护法 25).
    Privacy,
    /// 内部事务信息、过程性信息 (政府信息公开条例 16).
    Internal,
    /// 代表撤回同意 (个人信息保护法 15).
    Consent,
    /// 内容有误.
    Error,
    /// 正在重新办理: what stood there is no longer the answer.
    Handling,
    /// 其他.
    Other,
}

impl Ground {
    /// All of them: why something is taken down.
    pub const ALL: [Self; 9] = [
        Self::Consent,
        Self::Privacy,
        Self::Secret,
        Self::Safety,
        Self::Commercial,
        Self::Internal,
        Self::Error,
        Self::Handling,
        Self::Other,
    ];
    /// Why something is not disclosed at all. Who did not consent never comes this far.
    pub const WITHHOLDING: [Self; 7] =
        [Self::Privacy, Self::Secret, Self::Safety, Self::Commercial, Self::Internal, Self::Handling, Self::Other];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::Safety => "safety",
            Self::Commercial => "commercial",
            Self::Privacy => "privacy",
            Self::Internal => "internal",
            Self::Consent => "consent",
            Self::Error => "error",
            Self::Handling => "handling",
            Self::Other => "other",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.word() == word)
    }
}
