-- One row per dispatch of a build to a machine. The intent stands here before the machine hears of it.
create table production.job (
    id              uuid             primary key,
    factory         uuid             not null,
    -- A build is dispatched once: what fails is planned again as another build.
    build           uuid             not null unique,
    run_operation   uuid             not null,
    machine         uuid             not null,
    person          uuid,
    token           text             not null unique check (token ~ '^[A-Za-z0-9-]{1,64}$'),
    program_sha256  text             not null check (program_sha256 ~ '^[0-9a-f]{64}$'),
    state           text             not null check (state in
                        ('CREATED', 'STORED', 'STARTING', 'RUNNING', 'ENDED', 'INTERRUPTED', 'ABORTED')),
    created_at      timestamptz      not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    progress        double precision not null default 0 check (progress between 0 and 1),
    consumed_names  text[]           not null default '{}',
    consumed_values float8[]         not null default '{}'
                        check (cardinality(consumed_values) = cardinality(consumed_names)),
    fault           text,
    refusals        int              not null default 0 check (refusals >= 0),
    not_before      timestamptz      not null,
    stop_reason     text,
    -- Whether the start was ever intended, so that something may lie on the machine; and whether people took it off.
    begun           boolean          not null default false,
    cleared         boolean          not null default false
);

-- One machine never has two jobs at once, whatever the program believes.
create unique index job_one_active_per_machine on production.job (machine)
    where state in ('CREATED', 'STORED', 'STARTING', 'RUNNING');
create index job_open on production.job (factory)
    where state in ('CREATED', 'STORED', 'STARTING', 'RUNNING') or (begun and not cleared);
create index job_by_factory on production.job (factory, created_at desc);

create table production.task (
    id         uuid        primary key,
    factory    uuid        not null,
    operation  uuid        not null,
    kind       text        not null check (kind in ('PREPARE', 'REMOVE', 'FINISH', 'INSPECT', 'PACK')),
    step       text        not null,
    machine    uuid,
    build      uuid,
    work_order uuid,
    state      text        not null check (state in ('OPEN', 'STARTED', 'DONE', 'CANCELLED')),
    skill      text        not null,
    expected_s bigint      not null check (expected_s >= 0),
    person     uuid,
    opened_at  timestamptz not null,
    started_at timestamptz,
    done_at    timestamptz,
    check ((state in ('STARTED', 'DONE')) <= (person is not null and started_at is not null))
);

-- The same work is offered once, and once it is done never again.
create unique index task_offered_once on production.task (operation, step) where state <> 'CANCELLED';
create index task_live on production.task (factory) where state in ('OPEN', 'STARTED');

-- What an operator confirmed before a run: the machine is empty, and this lot is loaded.
create table production.preparation (
    build        uuid        primary key,
    factory      uuid        not null,
    task         uuid        not null references production.task,
    machine      uuid        not null,
    lot          uuid        not null,
    person       uuid        not null,
    confirmed_at timestamptz not null,
    -- Conditions that last kept the run from starting.
    unmet        text[]      not null default '{}'
);
create index preparation_by_machine on production.preparation (machine, confirmed_at desc);
