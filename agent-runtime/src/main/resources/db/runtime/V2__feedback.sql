create table turn_feedback (
    id       bigint generated always as identity primary key,
    turn_id  varchar(40) not null references turn (id) on delete cascade,
    username varchar(64) not null,
    useful   boolean not null,
    reason   varchar(20),
    remark   varchar(1000),
    given_at timestamp with time zone not null,
    unique (turn_id, username)
);
