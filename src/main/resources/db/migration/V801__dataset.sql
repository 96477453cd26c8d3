-- Datasets that clients sent.
create table dataset (
    name varchar(63) primary key,
    -- where its files are in the storage: another one for each upload, as a name may be used again
    folder varchar(128) not null unique,
    -- dataset.json of its files
    document text not null,
    -- its files are on their way out
    deleting boolean not null
);
