create table work_order (
    id             uuid             primary key,
    factory_id     uuid             not null,
    number         text             not null,
    -- What the caller accepts it under: the same key twice is the same work order.
    demand_key     uuid             not null unique,
    reference      uuid             not null,
    order_number   text             not null,
    design_id      uuid             not null,
    process        text             not null,
    material_id    text             not null,
    quantity       int              not null check (quantity > 0),
    options        jsonb            not null,
    due_at         timestamptz      not null,
    weight         double precision not null check (weight > 0),
    state          text             not null,
    waiting_reason text,
    waiting_detail text,
    created_at     timestamptz      not null,
    unique (factory_id, number),
    check ((waiting_reason is null) = (waiting_detail is null))
);
create index work_order_reference on work_order (reference);
create index work_order_open on work_order (factory_id) where state in ('CREATED', 'PLANNED', 'IN_WORK');

create table build (
    id               uuid             primary key,
    factory_id       uuid             not null,
    number           text             not null,
    process          text             not null,
    material_id      text             not null,
    options          jsonb            not null,
    -- One machine of the interchangeable ones it was planned for.
    planned_for      uuid             not null,
    program_sha256   text             not null,
    program_dialect  text             not null,
    expected_s       double precision not null check (expected_s >= 0),
    mass_g           double precision not null check (mass_g >= 0),
    terms            jsonb            not null,
    sheet_lot        uuid,
    sheet_width_mm   double precision,
    sheet_height_mm  double precision,
    left_width_mm    double precision,
    left_height_mm   double precision,
    state            text             not null,
    machine_id       uuid,
    created_at       timestamptz      not null,
    unique (factory_id, number),
    check ((sheet_lot is null) = (sheet_width_mm is null) and (sheet_lot is null) = (sheet_height_mm is null)),
    check ((left_width_mm is null) = (left_height_mm is null))
);
create index build_open on build (factory_id) where state not in ('REMOVED', 'FAILED', 'CANCELLED');

create table unit (
    id            uuid not null primary key,
    factory_id    uuid not null,
    serial        text not null unique,
    work_order_id uuid not null references work_order,
    reference     uuid not null,
    position      int  not null,
    state         text not null,
    build_id      uuid references build,
    unique (work_order_id, position)
);
create index unit_build on unit (build_id);
create index unit_reference on unit (reference);
create index unit_pool on unit (factory_id) where state = 'PLANNED' and build_id is null;

create table placement (
    build_id     uuid             not null references build,
    unit_id      uuid             not null references unit,
    position     int              not null,
    rotation_deg double precision not null,
    x_mm         double precision not null,
    y_mm         double precision not null,
    primary key (build_id, unit_id)
);
create index placement_unit on placement (unit_id);

create table operation (
    id            uuid        primary key,
    factory_id    uuid        not null,
    step          text        not null,
    kind          text        not null,
    build_id      uuid        references build,
    work_order_id uuid        references work_order,
    machine_id    uuid,
    person_id     uuid,
    starts        timestamptz not null,
    ends          timestamptz not null,
    -- Working time, which the hours from start to end may exceed over night.
    work_s        double precision not null check (work_s >= 0),
    attended      boolean     not null,
    skill         text        not null,
    state         text        not null,
    sequence      int         not null,
    started_at    timestamptz,
    check (starts <= ends),
    check ((build_id is null) <> (work_order_id is null)),
    -- Two builds never occupy one machine at one time.
    constraint one_operation_at_a_time exclude using gist (machine_id with =, tstzrange(starts, ends) with &&)
        where (machine_id is not null and state in ('PLANNED', 'STARTED'))
        deferrable initially deferred
);
create index operation_live on operation (factory_id, starts) where state in ('PLANNED', 'STARTED');
create index operation_build on operation (build_id);
create index operation_work_order on operation (work_order_id);

-- The version in force; its row is locked by whoever changes the plan of the factory.
create table timetable (
    factory_id uuid        primary key,
    version    int         not null,
    at         timestamptz not null,
    cause      text        not null,
    kept       int         not null
);

create table timetable_move (
    factory_id   uuid        not null,
    version      int         not null,
    operation_id uuid        not null,
    step         text        not null,
    from_machine uuid,
    to_machine   uuid,
    from_start   timestamptz not null,
    to_start     timestamptz not null,
    primary key (factory_id, version, operation_id)
);

-- Programs by what they were made from: the same plate again needs no slicing.
create table program (
    content_key text             primary key,
    sha256      text             not null,
    dialect     text             not null,
    expected_s  double precision not null,
    mass_g      double precision not null,
    terms       jsonb            not null
);
