-- web pages and sites whose pages are kept as documents
create table knowledge_source (
    id            varchar(64)   not null primary key,
    url           varchar(1000) not null,
    kind          varchar(16)   not null,
    path_prefix   varchar(1000) not null,
    depth         integer       not null,
    max_pages     integer       not null,
    delay_millis  integer       not null,
    schedule      varchar(16)   not null,
    tier          varchar(16)   not null,
    org           varchar(1000) not null,
    domain        varchar(200),
    tags          varchar(4000) not null,
    clearance     smallint      not null,
    owner         varchar(200)  not null,
    created_at    timestamp(6) with time zone not null,
    -- null where nobody but a person starts a run
    next_run_at   timestamp(6) with time zone,
    -- the run under way, or that the source is being deleted; null where neither
    busy_with     varchar(64)
);

create index knowledge_source_due on knowledge_source (next_run_at);

create table knowledge_source_page (
    source_id     varchar(64)   not null references knowledge_source (id) on delete cascade,
    url           varchar(1000) not null,
    document_id   varchar(64)   not null,
    etag          varchar(1000),
    last_modified varchar(200),
    text_hash     varchar(64)   not null,
    primary key (source_id, url)
);

create index knowledge_source_page_document on knowledge_source_page (document_id);

create table knowledge_source_run (
    id            varchar(64)   not null primary key,
    source_id     varchar(64)   not null references knowledge_source (id) on delete cascade,
    -- null where the schedule did
    started_by    varchar(200),
    started_at    timestamp(6) with time zone not null,
    finished_at   timestamp(6) with time zone,
    status        varchar(16)   not null,
    reason        varchar(64),
    arguments     varchar(4000) not null,
    waiting       integer       not null,
    added         integer       not null,
    changed       integer       not null,
    unchanged     integer       not null,
    gone          integer       not null,
    skipped       integer       not null,
    failed        integer       not null
);

create index knowledge_source_run_source on knowledge_source_run (source_id, started_at);

create table knowledge_source_failure (
    run_id        varchar(64)   not null references knowledge_source_run (id) on delete cascade,
    position      integer       not null,
    url           varchar(2000) not null,
    reason        varchar(64)   not null,
    arguments     varchar(4000) not null,
    primary key (run_id, position)
);
