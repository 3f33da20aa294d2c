-- What a search that filled a copy made less; null for those that were made before it was kept.
alter table scenario add column goal text;
