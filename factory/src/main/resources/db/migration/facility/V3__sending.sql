-- How finished orders are sent; a factory without a row lets buyers pick them up only.
create table sending (
    factory     uuid primary key references factory,
    price_minor bigint  not null check (price_minor >= 0),
    days        integer not null check (days between 0 and 60)
);
