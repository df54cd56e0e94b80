-- Whether whoever holds an office is a vice head of the organ (副院长、副检察长、监委副主任): of them those are chosen who act for a missing head.

alter table appointment_seat add column vice bigint not null default 0;
update appointment_seat set vice = 1 where office = 'government_vice_head'
    or (office = 'judge' and name like '%副院长%')
    or (office = 'procurator' and name like '%副检察长%')
    or (office = 'supervision_member' and name like '%副主任%');
