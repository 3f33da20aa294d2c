-- The document is text, not jsonb: it is given out byte for byte as it was signed.
create table passport.passport (
    unit uuid primary key,
    factory uuid not null,
    serial text not null unique,
    document text not null,
    issued_at timestamptz not null
);
create index passport_of_factory on passport.passport (factory, issued_at);

create function passport.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A passport that was given out stays as it is: % is refused.', tg_op;
end $$;
create trigger given_out before update or delete or truncate on passport.passport
    for each statement execute function passport.refuse_change();
