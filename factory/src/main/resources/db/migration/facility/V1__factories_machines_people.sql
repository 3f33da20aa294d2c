-- Amounts of money are in the minor unit of the row's currency.
create table facility.factory (
    id uuid primary key,
    name text not null,
    country text not null check (country ~ '^[A-Z]{3}$'),
    city text not null,
    address text not null,
    latitude_deg double precision not null,
    longitude_deg double precision not null,
    currency text not null,
    zone text not null,
    language text not null,
    grid_g_co2e_per_kwh double precision not null check (grid_g_co2e_per_kwh >= 0),
    grid_source text not null,
    grid_year int not null,
    labour_per_hour bigint not null,
    energy_per_kwh bigint not null,
    packing_per_order bigint not null,
    packing_per_unit bigint not null,
    packing_mass_g_per_unit double precision not null check (packing_mass_g_per_unit >= 0),
    overhead_percent double precision not null check (overhead_percent >= 0),
    margin_percent double precision not null check (margin_percent >= 0),
    quote_valid_days int not null check (quote_valid_days > 0),
    transport_km double precision not null check (transport_km >= 0),
    transport_mode text not null
);

create table facility.machine (
    id uuid primary key,
    factory uuid not null references facility.factory,
    number int not null check (number > 0),
    name text not null,
    equipment_class text not null,
    model text not null,
    width_mm double precision not null,
    depth_mm double precision not null,
    height_mm double precision not null,
    capabilities jsonb not null,
    address text not null,
    currency text not null,
    price bigint not null,
    life_years double precision not null check (life_years > 0),
    hours_per_year double precision not null check (hours_per_year > 0),
    maintenance_per_year bigint not null,
    running_w double precision not null check (running_w >= 0),
    idle_w double precision not null check (idle_w >= 0),
    hours text not null,
    in_service boolean not null,
    unique (factory, number)
);

create table facility.person (
    id uuid primary key,
    factory uuid not null references facility.factory,
    name text not null,
    role text not null,
    skills text[] not null,
    hours text not null,
    simulated boolean not null
);
create index person_of_factory on facility.person (factory);

create table facility.downtime (
    id bigint generated always as identity primary key,
    machine uuid not null references facility.machine,
    factory uuid not null references facility.factory,
    starts_at timestamptz not null,
    ends_at timestamptz,
    reason text not null,
    check (ends_at is null or ends_at >= starts_at)
);
create index downtime_of_factory on facility.downtime (factory, ends_at);
-- A machine cannot be down twice at once without an end.
create unique index one_open_downtime on facility.downtime (machine) where ends_at is null;
