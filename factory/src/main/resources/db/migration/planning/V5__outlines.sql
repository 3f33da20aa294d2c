-- Pieces that are no rectangles: x, y of each corner in mm.
alter table planning.build add column sheet_outline double precision[],
    add column left_outline double precision[];
