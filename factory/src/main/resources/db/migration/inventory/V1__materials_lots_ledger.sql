create table inventory.material (
    factory uuid not null,
    material_id text not null,
    name text not null,
    form text not null check (form in ('FILAMENT', 'SHEET')),
    density_g_per_cm3 double precision not null check (density_g_per_cm3 > 0),
    thickness_mm double precision check (thickness_mm > 0),
    process_values jsonb not null,
    price bigint not null,
    currency text not null,
    carbon jsonb not null,
    recycling text not null,
    primary key (factory, material_id),
    check (form <> 'SHEET' or thickness_mm is not null)
);

create table inventory.lot (
    id uuid primary key,
    factory uuid not null,
    material_id text not null,
    lot_number text not null,
    kind text not null check (kind in ('SPOOL', 'SHEET', 'REMNANT')),
    quarantined boolean not null default false,
    width_mm double precision check (width_mm > 0),
    height_mm double precision check (height_mm > 0),
    supplier text not null,
    received_at timestamptz not null,
    parent uuid references inventory.lot,
    unique (factory, lot_number),
    foreign key (factory, material_id) references inventory.material,
    check ((kind = 'SPOOL') = (width_mm is null)),
    check ((kind = 'SPOOL') = (height_mm is null)),
    check ((kind = 'REMNANT') = (parent is not null))
);
create index lot_of_material on inventory.lot (factory, material_id);
create index lot_of_parent on inventory.lot (parent) where parent is not null;

-- Quantities are mg of filament and mm² of sheets.
create table inventory.movement (
    id uuid primary key,
    at timestamptz not null,
    factory uuid not null,
    type text not null check (type in ('RECEIVE', 'RESERVE', 'RELEASE', 'CONSUME')),
    reference uuid not null,
    actor text not null,
    simulated boolean not null
);
create index movement_of_factory on inventory.movement (factory, at);
-- What ran is booked once, however often it is reported.
create unique index one_consumption on inventory.movement (reference) where type = 'CONSUME';

create table inventory.posting (
    movement uuid not null references inventory.movement,
    lot uuid not null references inventory.lot,
    account text not null
        check (account in ('SUPPLIER', 'STOCK', 'RESERVED', 'CONSUMED', 'SCRAP', 'TRANSFER', 'ADJUSTMENT')),
    quantity bigint not null check (quantity <> 0),
    primary key (movement, lot, account)
);
create index posting_of_lot on inventory.posting (lot, account);

create table inventory.balance (
    lot uuid not null references inventory.lot,
    account text not null,
    quantity bigint not null,
    primary key (lot, account),
    constraint never_negative check (account not in ('STOCK', 'RESERVED') or quantity >= 0)
);

create table inventory.reservation (
    reference uuid primary key,
    lot uuid not null references inventory.lot,
    quantity bigint not null check (quantity > 0)
);
create index reservation_of_lot on inventory.reservation (lot);

create table inventory.consumption (
    reference uuid primary key,
    lot uuid not null references inventory.lot,
    used bigint not null check (used >= 0),
    wasted bigint not null check (wasted >= 0),
    unbooked bigint not null check (unbooked >= 0),
    mass_g double precision not null check (mass_g >= 0),
    remnant uuid references inventory.lot
);

create function inventory.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: % on % is refused.', tg_op, tg_table_name;
end $$;
create trigger append_only before update or delete or truncate on inventory.movement
    for each statement execute function inventory.refuse_change();
create trigger append_only before update or delete or truncate on inventory.posting
    for each statement execute function inventory.refuse_change();

create function inventory.require_balanced_movement() returns trigger language plpgsql as $$
begin
    if (select sum(quantity) from inventory.posting where movement = new.movement) <> 0 then
        raise exception 'Movement % does not add up to zero.', new.movement;
    end if;
    return null;
end $$;
create constraint trigger balanced after insert on inventory.posting
    deferrable initially deferred for each row execute function inventory.require_balanced_movement();
