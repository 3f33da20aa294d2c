alter table customer_order add column delivery text not null default 'PICK_UP' check (delivery in ('PICK_UP', 'SEND'));
alter table customer_order add column delivery_minor bigint not null default 0 check (delivery_minor >= 0);
alter table customer_order add column arrives_at timestamptz;
