create table ordering.customer_order (
    id             uuid primary key,
    factory_id     uuid not null,
    number         text not null,
    customer_name  text not null,
    customer_email text not null,
    state          text not null check (state in ('ACCEPTED', 'COMPLETE', 'SHIPPED', 'CANCELLED')),
    price_minor    bigint not null,
    currency       char(3) not null,
    accepted_at    timestamptz not null,
    promised_at    timestamptz not null,
    tracking_key   text not null unique,
    unique (factory_id, number)
);

create index order_by_factory on ordering.customer_order (factory_id, accepted_at desc);

create table ordering.line (
    id          uuid primary key,
    order_id    uuid not null references ordering.customer_order,
    quote_id    uuid not null unique,
    design_id   uuid not null,
    process     text not null,
    material_id text not null,
    options     jsonb not null,
    quantity    integer not null check (quantity > 0),
    cancelled   integer not null check (cancelled between 0 and quantity)
);

create index line_by_order on ordering.line (order_id);
