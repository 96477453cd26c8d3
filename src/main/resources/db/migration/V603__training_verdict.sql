-- what the card of the job's version says where that does no better than what takes no training
alter table training_job add column verdict varchar;
