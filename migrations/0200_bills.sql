-- Bills on paper: deputies signed a sheet and handed it to the office, which entered it. Its signers are entered with it as confirmed at the
-- moment it was received; whoever did not sign says so.

alter table bill add column paper bigint not null default 0;
