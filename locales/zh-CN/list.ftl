list-cursor-unfit = 翻页的位置已失效。请从第一页重新查看。
