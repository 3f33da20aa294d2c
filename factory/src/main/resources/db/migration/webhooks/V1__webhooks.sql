create table webhooks.endpoint (
    id         uuid primary key,
    factory_id uuid not null,
    address    text not null,
    types      text[] not null check (cardinality(types) > 0),
    -- In clear: every message is signed with it.
    secret     text not null,
    created_at timestamptz not null,
    removed_at timestamptz
);
create index endpoint_by_factory on webhooks.endpoint (factory_id) where removed_at is null;

create table webhooks.delivery (
    id           uuid primary key,
    endpoint     uuid not null references webhooks.endpoint,
    -- The same event is told to an endpoint once, however often we hear of it.
    event        uuid not null,
    type         text not null,
    body         text not null,
    state        text not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts     integer not null,
    next_at      timestamptz not null,
    created_at   timestamptz not null,
    delivered_at timestamptz,
    last_status  integer,
    last_fault   text,
    unique (endpoint, event)
);
create index delivery_to_send on webhooks.delivery (next_at) where state = 'WAITING';
create index delivery_by_endpoint on webhooks.delivery (endpoint, id desc);
