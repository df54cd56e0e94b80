-- 交办通知的发文字号: what was assigned up to a day, and after the one before it, goes out under one number.

create table notice_number (
    session  uuid not null,
    day      text collate "C" not null,
    congress uuid not null,
    number   text not null,
    contact  text not null,                   -- whom the units ask; may be empty
    primary key (session, day)
);
