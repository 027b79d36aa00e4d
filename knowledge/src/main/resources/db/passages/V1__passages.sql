-- What the passages were written with; one row from the first document on.
create table generation (
    one      boolean not null primary key default true check (one),
    encoder  text    not null,
    analysis text    not null
);

-- Where a document belongs and when it is in force: a change of either is one row here and none elsewhere.
create table document (
    number     integer  not null generated always as identity primary key,
    id         text     not null unique,
    title      text     not null,
    audience   text[]   not null,
    clearance  smallint not null,
    valid_from date,
    valid_to   date,
    domain     text,
    tags       text[]   not null,
    passages   integer  not null
);

create index document_audience on document using gin (audience);
create index document_tags on document using gin (tags);
create index document_domain on document (domain);

-- What meaning search walks and compares, in half precision.
create table passage_meaning (
    document integer  not null references document on delete cascade,
    ordinal  integer  not null,
    meaning  halfvec(${dimensions}) not null,
    primary key (document, ordinal)
);

create index passage_meaning_graph on passage_meaning using hnsw (meaning halfvec_ip_ops);

-- What word search reads. Frequencies are saturated, 2.2 f / (f + 1.2), by the number of the term.
create table passage_terms (
    document    integer   not null references document on delete cascade,
    ordinal     integer   not null,
    words       integer   not null,
    pairs       integer   not null,
    terms       integer[] not null,
    frequencies sparsevec(1000000000) not null,
    primary key (document, ordinal)
) with (toast_tuple_target = 8160);

create index passage_terms_terms on passage_terms using gin (terms);

-- What is read of the few that are found: the passage itself and its vector in full precision.
create table passage_content (
    document integer not null references document on delete cascade,
    ordinal  integer not null,
    stored   bytea   not null,
    vector   vector(${dimensions}) not null,
    primary key (document, ordinal)
) with (toast_tuple_target = 8160);

-- Terms and how many passages have them. What is counted over all passages stands here too, under names that no term has.
create table term (
    number   integer not null generated always as identity primary key,
    text     text    not null unique,
    passages bigint  not null default 0
);

-- Added by each write and folded into the table above now and then: writers do not wait for each other.
create table term_change (
    term     integer not null,
    passages bigint  not null
);

create index term_change_term on term_change (term);
