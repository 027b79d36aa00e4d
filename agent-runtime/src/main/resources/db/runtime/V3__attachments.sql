-- the files that came with the message, as JSON; null for none
alter table turn add column attachments text;
