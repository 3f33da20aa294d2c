-- What requests with an Idempotency-Key were answered; status is empty while the first of them is being worked on.
create table platform.api_answer (
    caller       text        not null,
    key          text        not null,
    fingerprint  text        not null,
    asked_at     timestamptz not null,
    status       integer,
    content_type text,
    location     text,
    body         bytea,
    primary key (caller, key)
);
create index api_answer_by_age on platform.api_answer (asked_at);
