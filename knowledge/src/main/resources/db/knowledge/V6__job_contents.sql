-- what came of the files inside an archive or on a mail, as JSON; null for a file that holds none
alter table knowledge_job add column contents text;
