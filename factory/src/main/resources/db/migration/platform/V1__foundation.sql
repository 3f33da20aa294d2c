-- Exclusion constraints over ids and time ranges ("one job on one machine at one time") need it.
create extension if not exists btree_gist with schema public;

create table number_series (
    factory_id  uuid   not null,
    series      text   not null,
    last_number bigint not null,
    primary key (factory_id, series)
);

create table clock_anchor (
    only_one   boolean          primary key default true check (only_one),
    real_at    timestamptz      not null,
    factory_at timestamptz      not null,
    speed      double precision not null check (speed > 0),
    stopped    boolean          not null
);

-- The last link of each factory's chain; its row lock puts writers in line.
create table journal_head (
    factory_id uuid   primary key,
    sequence   bigint not null,
    hash       text   not null
);

create table journal_entry (
    factory_id      uuid        not null,
    sequence        bigint      not null check (sequence > 0),
    at              timestamptz not null,
    recorded_at     timestamptz not null,
    actor_name      text        not null,
    actor_role      text        not null,
    actor_simulated boolean     not null,
    type            text        not null,
    subject_kind    text        not null,
    subject         uuid        not null,
    cause           uuid,
    ref_kinds       text[]      not null,
    ref_ids         uuid[]      not null check (cardinality(ref_ids) = cardinality(ref_kinds)),
    -- Text, not jsonb: the hash covers these very characters.
    payload         text        not null check (payload is json object),
    previous_hash   text        not null,
    hash            text        not null,
    primary key (factory_id, sequence)
);
create index journal_entry_subject on journal_entry (subject);
create index journal_entry_refs on journal_entry using gin (ref_ids);

-- For every table that is only ever added to, also those of other modules.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% is append-only: % is refused.', tg_table_schema, tg_table_name, lower(tg_op)
        using hint = 'Maybe add a new row that corrects the old one.';
end $$;
create trigger append_only before update or delete on journal_entry
    for each row execute function refuse_change();
create trigger append_only_whole before truncate on journal_entry
    for each statement execute function refuse_change();

-- Spring Modulith's event publication registry (its PostgreSQL schema, version 2).
create table event_publication (
    id                     uuid        primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash on event_publication using hash (serialized_event);
create index event_publication_by_completion_date on event_publication (completion_date);
