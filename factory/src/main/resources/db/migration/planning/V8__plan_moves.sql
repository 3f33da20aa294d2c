-- What a version of the timetable moved and why, compressed JSON; null where nobody told when it was made.
alter table plan_record add column moves bytea;
