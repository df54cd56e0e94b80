list-cursor-unfit = This place in the list is no longer valid. Start again from the first page.
