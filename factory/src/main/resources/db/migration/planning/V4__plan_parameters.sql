-- How the engine was set when a version was made: with the seed and the input it makes the same plan again.
alter table plan_record add column parameters text not null default '';
