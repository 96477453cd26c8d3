-- A name stays when its versions are deleted, so that no number is given twice.
create table model (
    name varchar(63) primary key,
    last_version int not null
);

create table model_version (
    model varchar(63) not null references model (name),
    version int not null,
    family varchar(63) not null,
    job varchar(63) unique,
    created_at timestamp with time zone not null,
    document text not null,
    primary key (model, version)
);

create table model_alias (
    model varchar(63) not null,
    alias varchar(63) not null,
    version int not null,
    primary key (model, alias),
    foreign key (model, version) references model_version (model, version)
);

-- Its one row is locked by whoever changes the registry.
create table registry_lock (
    id int primary key
);
insert into registry_lock (id) values (1);
