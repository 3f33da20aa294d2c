alter table nonconformance drop constraint nonconformance_cause_check;
alter table nonconformance add constraint nonconformance_cause_check
    check (cause in ('INSPECTION', 'RUN_INTERRUPTED', 'REPORTED'));
alter table nonconformance add column photo_sha256 text;

-- What people outside wrote about a unit, from its passport.
create table report (
    id         uuid primary key,
    factory    uuid        not null,
    unit       uuid        not null,
    serial     text        not null,
    at         timestamptz not null,
    words      text        not null check (length(words) between 1 and 2000),
    handled_at timestamptz
);
create index report_open on report (factory, at) where handled_at is null;
create index report_by_unit on report (unit, at);
create index measurement_by_characteristic on measurement (characteristic, at);
