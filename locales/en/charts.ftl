charts-empty = No data yet
charts-description = { $count } items; the greatest is { $label } ({ $name }): { $most }. The table has all numbers.
