-- files that people bring into a conversation
create table knowledge_attachment (
    id         varchar(64)   not null primary key,
    owner      varchar(200)  not null,
    org        varchar(500)  not null,
    clearance  integer       not null,
    file       varchar(1000) not null,
    bytes      bigint        not null,
    -- READING, READY, FAILED or GIVEN_UP
    status     varchar(16)   not null,
    -- the conversation that it belongs to; null until it is sent
    session    varchar(64),
    -- the ids of the documents that it became, as a JSON list
    documents  text          not null,
    passages   integer       not null,
    -- why it failed, and what the sentence for people names, as a JSON list
    reason     varchar(64),
    arguments  varchar(4000) not null,
    -- the files inside it that could not be read, as JSON
    failed     text          not null,
    added_at   timestamp(6) with time zone not null
);

create index knowledge_attachment_owner on knowledge_attachment (owner, session);
