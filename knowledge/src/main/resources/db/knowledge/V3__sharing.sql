-- the one conversation of its owner that a PERSONAL document is for; null for all
alter table knowledge_document add column session varchar(64);

-- with whom a document is shared beyond its tier: user:NAME, or unit:PATH for a unit and all below it
create table knowledge_grant (
    document_id varchar(64)   not null references knowledge_document (id) on delete cascade,
    grantee     varchar(1100) not null,
    granted_by  varchar(200)  not null,
    granted_at  timestamp(6) with time zone not null,
    primary key (document_id, grantee)
);

create index knowledge_grant_grantee on knowledge_grant (grantee, document_id);
