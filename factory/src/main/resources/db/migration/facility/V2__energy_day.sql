-- What electricity costs and emits by the hour of a usual day, in the factory's zone; nothing here means: always the same.
create table facility.energy_day (
    factory uuid primary key references facility.factory,
    -- Minor units of the currency per kWh, one for each hour from midnight.
    price_minor_per_kwh float8[] not null check (cardinality(price_minor_per_kwh) = 24),
    g_co2e_per_kwh float8[] not null check (cardinality(g_co2e_per_kwh) = 24),
    source text not null
);
