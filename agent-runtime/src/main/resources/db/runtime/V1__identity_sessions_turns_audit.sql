create table account (
    username      varchar(64) primary key,
    display_name  varchar(200) not null,
    org           varchar(500) not null,
    roles         varchar(500) not null,
    clearance     varchar(20) not null,
    locale        varchar(10) not null,
    password_hash varchar(200) not null,
    disabled      boolean not null,
    created_at    timestamp with time zone not null
);

create table access_token (
    hash       char(64) primary key,
    username   varchar(64) not null references account (username),
    expires_at timestamp with time zone not null
);
create index access_token_username on access_token (username);

create table session (
    id         varchar(40) primary key,
    username   varchar(64) not null,
    title      varchar(200) not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null
);
create index session_username on session (username, updated_at);

create table turn (
    id              varchar(40) primary key,
    session_id      varchar(40) not null references session (id) on delete cascade,
    username        varchar(64) not null,
    question        text not null,
    agent           varchar(40),
    as_of           date,
    open            boolean not null,
    idempotency_key varchar(200),
    body_hash       char(64) not null,
    started_at      timestamp with time zone not null,
    unique (session_id, idempotency_key)
);
create index turn_session on turn (session_id, started_at);

create table turn_event (
    turn_id  varchar(40) not null references turn (id) on delete cascade,
    sequence bigint not null,
    at       timestamp with time zone not null,
    body     text not null,
    primary key (turn_id, sequence)
);

create table audit_record (
    id            bigint generated always as identity primary key,
    at_millis     bigint not null,
    actor         varchar(64) not null,
    action        varchar(60) not null,
    object        varchar(500) not null,
    detail        varchar(2000) not null,
    previous_hash char(64) not null,
    hash          char(64) not null
);
