-- what adding did; null while it runs, where it failed, and for jobs from before
alter table knowledge_job add column outcome varchar(16);
