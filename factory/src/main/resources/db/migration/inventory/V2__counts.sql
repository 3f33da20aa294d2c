-- Weighing and counting correct the books, with a reason.
alter table movement drop constraint movement_type_check;
alter table movement add constraint movement_type_check
    check (type in ('RECEIVE', 'RESERVE', 'RELEASE', 'CONSUME', 'ADJUST'));
alter table movement add column reason text;
