-- the step of the newest checkpoint, from which a resumed job goes on
alter table training_job add column checkpoint_step bigint;
-- where the newest attempt starts: 0, or the step of a checkpoint
alter table training_job add column start_step bigint default 0 not null;
-- the newest attempt whose process is known to have ended
alter table training_job add column ended_attempt int default 0 not null;
