create table quality.inspection (
    id         uuid        primary key,
    factory    uuid        not null,
    unit       uuid        not null,
    work_order uuid        not null,
    round      int         not null check (round > 0),
    state      text        not null check (state in ('OPEN', 'PASSED', 'FAILED')),
    opened_at  timestamptz not null,
    judged_at  timestamptz,
    unique (unit, round),
    check ((state = 'OPEN') = (judged_at is null))
);
create unique index inspection_one_open_per_unit on quality.inspection (unit) where state = 'OPEN';
create index inspection_by_work_order on quality.inspection (work_order);

create table quality.characteristic (
    inspection uuid   not null references quality.inspection,
    position   int    not null,
    name       text   not null,
    kind       text   not null check (kind in ('DIMENSION', 'VISUAL')),
    nominal_mm float8,
    lower_mm   float8,
    upper_mm   float8,
    primary key (inspection, position),
    unique (inspection, name)
);

-- Measurements are added, never changed; the last one of a characteristic counts.
create table quality.measurement (
    id             uuid        primary key,
    inspection     uuid        not null,
    characteristic text        not null,
    value_mm       float8,
    ok             boolean     not null,
    actor_name     text        not null,
    actor_role     text        not null,
    simulated      boolean     not null,
    at             timestamptz not null,
    foreign key (inspection, characteristic) references quality.characteristic (inspection, name)
);
create index measurement_by_inspection on quality.measurement (inspection, id);

create table quality.nonconformance (
    id          uuid        primary key,
    factory     uuid        not null,
    number      text        not null,
    unit        uuid        not null,
    work_order  uuid        not null,
    cause       text        not null check (cause in ('INSPECTION', 'RUN_INTERRUPTED')),
    -- The inspection or job that it was found by: the same finding is opened once.
    found_by    uuid        not null,
    detail      text        not null,
    opened_at   timestamptz not null,
    disposition text        check (disposition in ('USE_AS_IS', 'REWORK', 'SCRAP')),
    reason      text,
    disposed_at timestamptz,
    unique (factory, number),
    unique (unit, found_by),
    check ((disposition is null) = (disposed_at is null) and (disposition is null) = (reason is null))
);
create index nonconformance_open on quality.nonconformance (factory) where disposition is null;
