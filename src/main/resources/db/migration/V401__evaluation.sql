-- Versions that are to be measured, or could not be; one that is measured has its card beside it instead.
create table evaluation (
    model varchar(63) not null,
    version int not null,
    -- counts how often it was asked for: a worker writes only while its own number stands here
    request bigint not null,
    samples int,
    status varchar(16) not null,
    failures int not null,
    detail varchar(2000),
    primary key (model, version)
);

-- A queue of db-scheduler of its own, so that measuring neither waits for the end of a run nor delays one.
create table evaluation_task (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
    execution_time timestamp(6) not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp(6),
    last_failure timestamp(6),
    consecutive_failures int,
    last_heartbeat timestamp(6),
    version bigint not null,
    primary key (task_name, task_instance)
);
create index evaluation_task_execution_time on evaluation_task (execution_time);
create index evaluation_task_last_heartbeat on evaluation_task (last_heartbeat);

-- Its one row is locked by whoever asks for an evaluation.
create table evaluation_lock (
    id int primary key
);
insert into evaluation_lock (id) values (1);
