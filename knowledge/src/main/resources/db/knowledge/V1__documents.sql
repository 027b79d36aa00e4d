create table knowledge_document (
    id              varchar(64)   not null primary key,
    file            varchar(1000) not null,
    title           varchar(1000) not null,
    tier            varchar(16)   not null,
    org             varchar(1000) not null,
    domain          varchar(200),
    tags            varchar(4000) not null,
    clearance       smallint      not null,
    owner           varchar(200)  not null,
    effective_from  date,
    effective_to    date,
    version         varchar(200),
    supersedes      varchar(64),
    format          varchar(16)   not null,
    pages           integer,
    content_hash    varchar(64)   not null,
    added_at        timestamp(6) with time zone not null,
    -- what the document itself and its metadata say, before its series is mended
    own_from        date,
    own_to          date,
    own_from_given  boolean       not null,
    name_date       date,
    series_key      varchar(1000) not null,
    predecessor     varchar(1000)
);

create index knowledge_document_place on knowledge_document (tier, org, series_key);
create index knowledge_document_title on knowledge_document (title, id);

create table knowledge_job (
    id           varchar(64)   not null primary key,
    started_by   varchar(200)  not null,
    file         varchar(1000) not null,
    status       varchar(16)   not null,
    stage        varchar(16)   not null,
    done         integer       not null,
    total        integer       not null,
    document_id  varchar(64),
    reason       varchar(64),
    started_at   timestamp(6) with time zone not null
);

create index knowledge_job_user on knowledge_job (started_by, started_at);
