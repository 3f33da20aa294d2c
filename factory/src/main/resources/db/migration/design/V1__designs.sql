create table design.design (
    id            uuid primary key,
    factory_id    uuid not null,
    number        text not null,
    file_name     text not null,
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    format        text not null,
    declared_unit text,
    likely_unit   text not null,
    unit          text,
    measures      jsonb not null,
    findings      jsonb not null,
    uploaded_at   timestamptz not null,
    unique (factory_id, number)
);

create index design_by_factory on design.design (factory_id, uploaded_at desc);
