alter table customer_order add column account uuid;
alter table customer_order add column completed_at timestamptz;
alter table customer_order add column shipped_at timestamptz;
create index order_by_account on customer_order (account) where account is not null;
create index order_by_state on customer_order (factory_id, state, promised_at);

-- What buyer and factory write to each other about an order.
create table message (
    id         uuid primary key,
    order_id   uuid        not null references customer_order,
    at         timestamptz not null,
    from_buyer boolean     not null,
    author     text        not null,
    words      text        not null check (length(words) between 1 and 4000)
);
create index message_by_order on message (order_id, at);

-- What an order really took, counted when it was complete.
create table outcome (
    order_id      uuid primary key references customer_order,
    run_s         double precision not null,
    work_s        double precision not null,
    material_g    double precision not null,
    energy_wh     double precision not null,
    carbon_kg     double precision not null,
    material_cost bigint not null,
    machine_cost  bigint not null,
    energy_cost   bigint not null,
    work_cost     bigint not null,
    packing_cost  bigint not null
);
