create table quote (
    id            uuid        primary key,
    factory_id    uuid        not null,
    number        text        not null,
    version       int         not null check (version > 0),
    design_id     uuid        not null,
    process       text        not null,
    material_id   text        not null,
    quantity      int         not null check (quantity > 0),
    -- Everything but price and carbon, which are computed from the inputs again when a quote is reproduced.
    options       jsonb       not null,
    makeable      boolean     not null,
    findings      jsonb       not null,
    price_minor   bigint,
    currency      text        not null,
    breaks        jsonb       not null,
    promised_at   timestamptz,
    promise_reason text       not null,
    carbon_kg     double precision,
    breakdown     jsonb       not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    -- Text, not jsonb: the hash covers these very characters.
    inputs        text        not null,
    inputs_sha256 text        not null,
    unique (factory_id, number, version),
    check (makeable = (price_minor is not null) and makeable = (carbon_kg is not null))
);
create index quote_newest on quote (factory_id, created_at desc);
