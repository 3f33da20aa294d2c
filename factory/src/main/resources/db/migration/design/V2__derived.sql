-- Designs that the program made of others, for instance turned onto another side; people see them beside the original only.
alter table design.design
    add column derived_from uuid references design.design,
    add column derivation text,
    add constraint design_derived check ((derived_from is null) = (derivation is null));
create unique index design_derivation on design.design (derived_from, derivation);
