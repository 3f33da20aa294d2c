-- x, y of each corner in mm; rectangles have none.
alter table inventory.lot add column outline double precision[]
    check (outline is null or (kind = 'REMNANT' and cardinality(outline) >= 6));
