-- What runs took against what had been expected of them, before any correction: estimates learn from it.
create table run_outcome (
    operation_id uuid             primary key,
    factory_id   uuid             not null,
    machine_id   uuid             not null,
    material_id  text             not null,
    estimated_s  double precision not null check (estimated_s > 0),
    actual_s     double precision not null check (actual_s > 0),
    ended_at     timestamptz      not null
);
create index run_outcome_of on run_outcome (machine_id, material_id, ended_at desc);

insert into run_outcome (operation_id, factory_id, machine_id, material_id, estimated_s, actual_s, ended_at)
select o.id, o.factory_id, o.machine_id, b.material_id, b.expected_s, extract(epoch from o.ends - o.starts), o.ends
from operation o join build b on b.id = o.build_id
where o.kind = 'RUN' and o.state = 'DONE' and o.machine_id is not null and b.expected_s > 0 and o.ends > o.starts;
