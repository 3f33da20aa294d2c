-- What happened, as figures are counted from it; one row each, however often it is told.
create table fact (
    kind       text not null,
    subject    uuid not null,
    factory_id uuid not null,
    at         timestamptz not null,
    quantity   double precision not null,
    base       double precision not null,
    reference  uuid,
    primary key (kind, subject)
);
create index fact_by_time on fact (factory_id, kind, at);
