-- Why a version of the timetable was made, when, and which operations were on no timetable before it.
alter table plan_record add column cause text not null default '';
alter table plan_record add column made_at timestamptz;
alter table plan_record add column added uuid[] not null default '{}';
