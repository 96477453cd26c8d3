-- Names are in the order of their characters' numbers, as on H2 and in the service, whatever the database's language is.
alter table model alter column name type varchar(63) collate "C";
alter table model_version alter column model type varchar(63) collate "C";
alter table model_alias alter column model type varchar(63) collate "C";
alter table model_alias alter column alias type varchar(63) collate "C";
alter table dataset alter column name type varchar(63) collate "C";
