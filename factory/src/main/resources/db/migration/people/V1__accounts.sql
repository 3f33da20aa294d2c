-- Who may sign in. Belongs to the installation, not to one of its factories.
create table people.account (
    id          uuid primary key,
    login       text not null check (login <> ''),
    name        text not null check (name <> ''),
    roles       text[] not null check (cardinality(roles) > 0
                    and roles <@ array['BUYER', 'OPERATOR', 'PLANNER', 'QUALITY', 'OWNER']),
    -- With the name of the algorithm before it; absent for those who come through another sign-in service.
    password    text,
    -- A person of the facility, whose skills and hours count on the floor.
    person      uuid,
    language    text,
    -- Of the demo: may be entered without a password, from this computer, while the demo runs.
    demo        boolean not null default false,
    -- Issuer and subject of the sign-in service that vouches for this account.
    outside_id  text unique,
    created_at  timestamptz not null,
    disabled_at timestamptz
);
create unique index account_by_login on people.account (lower(login));

-- One row per browser that is signed in; the cookie holds the key, the row its hash.
create table people.sign_in (
    key_hash     bytea primary key,
    account      uuid not null references people.account on delete cascade,
    browser      text not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null
);
create index sign_in_by_account on people.sign_in (account);

create table people.invitation (
    id          uuid primary key,
    key_hash    bytea not null unique,
    name        text not null,
    roles       text[] not null check (cardinality(roles) > 0),
    person      uuid,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_by uuid references people.account,
    withdrawn_at timestamptz
);

create table people.api_token (
    id           uuid primary key,
    key_hash     bytea not null unique,
    account      uuid not null references people.account on delete cascade,
    name         text not null,
    -- The first letters, by which its owner recognises it.
    beginning    text not null,
    roles        text[] not null check (cardinality(roles) > 0),
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_token_by_account on people.api_token (account);

-- Failed attempts to sign in, per account and per network address.
create table people.failed_attempt (
    subject       text primary key,
    failures      integer not null check (failures > 0),
    last_at       timestamptz not null,
    blocked_until timestamptz
);
