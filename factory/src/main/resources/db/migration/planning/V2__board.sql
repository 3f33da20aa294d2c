-- Bars that somebody put at a place: a build, or one step of a work order.
create table pin (
    factory_id uuid        not null,
    kind       text        not null check (kind in ('BUILD', 'STEP')),
    bar_id     uuid        not null,
    machine_id uuid,
    starts     timestamptz not null,
    pinned_by  text        not null,
    pinned_at  timestamptz not null,
    primary key (kind, bar_id)
);
create index pin_factory on pin (factory_id);

-- Copies of the plan to try things on.
create table scenario (
    id           uuid        primary key,
    factory_id   uuid        not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    base_version int         not null,
    state        text        not null check (state in ('OPEN', 'ADOPTED', 'DISCARDED')),
    -- What a search found, and its parameters.
    found        jsonb,
    seed         bigint,
    steps        bigint,
    check ((found is null) = (seed is null) and (found is null) = (steps is null))
);
create index scenario_open on scenario (factory_id) where state = 'OPEN';

create table scenario_wish (
    scenario_id uuid not null references scenario,
    position    int  not null,
    kind        text not null check (kind in ('BUILD', 'STEP')),
    bar_id      uuid not null,
    machine_id  uuid,
    -- Null when the pin is taken away.
    starts      timestamptz,
    primary key (scenario_id, position)
);

-- What each version of the timetable followed from, so that it can be made again.
create table plan_record (
    factory_id uuid   not null,
    version    int    not null,
    seed       bigint not null,
    -- Floor, work, pins and freedom as compressed JSON.
    input      bytea  not null,
    -- Of the times that came out.
    sha256     text   not null,
    primary key (factory_id, version)
);
