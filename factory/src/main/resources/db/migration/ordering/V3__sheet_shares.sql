-- Of sheets, the order's share of what was taken, and what of it its parts cover.
alter table outcome
    add column sheet_mm2 double precision not null default 0,
    add column parts_mm2 double precision not null default 0;
