charts-empty = 暂无数据
charts-description = 共 { $count } 项，最多的是{ $label }（{ $name }）：{ $most }。全部数字见表格。
