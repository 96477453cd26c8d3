-- what a run said of itself when it began, as JSON: a list of sentences
alter table training_job add column notes varchar;
-- why the training ended
alter table training_job add column stop_code varchar(63);
alter table training_job add column stop_detail varchar(4000);
