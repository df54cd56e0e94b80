//! Closed lists of words.

use law_rules::words;

use crate::Sort;

words! {
    /// Who may stand on a side of a kind of links.
    Side {
        /// 常委会组成人员.
        Committee = "committee",
        /// 主任会议组成人员.
        Leaders = "leaders",
        /// 乡镇人大主席团成员.
        Presidium = "presidium",
        /// 本级人大代表.
        Deputies = "deputies",
        /// 人大机关工作人员, those who are in the roster.
        Office = "office",
        /// 常委会办事机构、工作机构.
        Organs = "organs",
        /// 下一级人大代表.
        Below = "below",
        /// 承办单位.
        Units = "units",
        /// 乡镇、街道、园区; of a congress above the county its areas one rung down.
        Towns = "towns",
        /// 村、社区.
        Villages = "villages",
    }

    /// What nearness counts for when links are spread.
    Near {
        /// Nothing.
        Any = "any",
        /// Who is of the same delegation or place comes first.
        Prefer = "prefer",
        /// Nobody else is linked.
        Only = "only",
    }

    /// 联系方式: how contact was made.
    Way {
        /// 走访.
        Visit = "visit",
        /// 电话.
        Phone = "phone",
        /// 座谈、约谈.
        Talk = "talk",
        /// 网络、书信.
        Online = "online",
        /// 进站接待.
        Station = "station",
        /// 邀请参加活动.
        Activity = "activity",
        /// 其他.
        Other = "other",
    }

    /// Why a link ended.
    EndReason {
        /// 调整.
        Changed = "changed",
        /// 不再担任: somebody at an end is no longer what the kind asks.
        Left = "left",
        /// 换届.
        Term = "term",
        /// 其他.
        Other = "other",
    }

    /// Where a draft stands.
    DraftStage {
        /// It can be changed.
        Open = "open",
        /// Its links began.
        Adopted = "adopted",
        /// It was given up.
        Dropped = "dropped",
    }
}

impl Side {
    /// What sort of thing stands there.
    #[must_use]
    pub const fn sort(self) -> Sort {
        match self {
            Self::Committee | Self::Leaders | Self::Presidium | Self::Deputies | Self::Office | Self::Below => {
                Sort::Person
            }
            Self::Organs | Self::Units => Sort::Body,
            Self::Towns | Self::Villages => Sort::Place,
        }
    }

    /// Whether who stands there can be the one who links.
    #[must_use]
    pub const fn links(self) -> bool {
        matches!(self, Self::Committee | Self::Leaders | Self::Presidium | Self::Deputies | Self::Office | Self::Organs)
    }

    /// Whether who stands there can be linked.
    #[must_use]
    pub const fn is_linked(self) -> bool {
        matches!(self, Self::Deputies | Self::Below | Self::Units | Self::Towns | Self::Villages)
    }
}

impl EndReason {
    /// Whether the office gives it by hand; a change of term closes links by itself.
    #[must_use]
    pub const fn by_hand(self) -> bool {
        !matches!(self, Self::Term)
    }
}
