-- Accounts, roles, sessions, personal links. Sessions and links are read only through the gate, before anybody is known.
create table account (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  name text not null,
  email text not null,
  issuer text not null,
  subject text not null,
  locale text not null default 'nb',
  roles text[] not null default '{}',
  person_id uuid,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint account_pkey primary key (municipality_id, id),
  constraint account_subject_once unique (municipality_id, issuer, subject),
  constraint account_locale check (locale in ('nb', 'nn', 'en', 'uk', 'ar')),
  constraint account_participant_is_person check ((person_id is not null) = ('participant' = any (roles))));
call app.fence('account');
create policy staff on account to app_staff using (true);
create policy own on account to app_participant using (id = (select app.actor()));
grant select, insert, update on account to app_staff;
grant select, update (locale) on account to app_participant;
grant select on account to app_gate;
comment on table account is 'Who may sign in. One person may have several roles in one sign-in; roles and permissions are in roles.core.ts.';

create table session (
  municipality_id uuid not null,
  id uuid not null default uuidv7(),
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  id_token text,
  constraint session_pkey primary key (municipality_id, id),
  constraint session_token_once unique (token_hash),
  constraint session_account foreign key (municipality_id, account_id) references account (municipality_id, id));
call app.fence('session');
grant select, insert, update, delete on session to app_gate;
comment on table session is 'Server-side sessions. The cookie holds a random token, this table only its hash.';

create table personal_link (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  token_hash bytea not null,
  purpose text not null,
  party text not null,
  agreement_id uuid not null,
  person_id uuid,
  email text not null,
  locale text not null default 'nb',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint personal_link_pkey primary key (municipality_id, id),
  constraint personal_link_token_once unique (token_hash),
  constraint personal_link_purpose check (purpose in ('approve', 'evaluate')),
  constraint personal_link_party check (party in ('participant', 'employer')));
call app.fence('personal_link');
create policy staff on personal_link to app_staff using (true);
create policy bearer on personal_link to app_participant, app_employer using (id = (select app.actor()));
grant select, insert, update (revoked_at) on personal_link to app_staff;
grant select (municipality_id, id, purpose, party, agreement_id, used_at, expires_at, revoked_at), update (used_at) on personal_link to app_participant, app_employer;
grant select on personal_link to app_gate;
comment on table personal_link is 'A mailed way in for one party to one agreement: single use, expiring, revocable. Only the hash of the token is kept.';

create function app.find_accounts(for_issuer text, for_subject text) returns table (municipality_id uuid, account_id uuid, municipality_name text)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select a.municipality_id, a.id, m.name from account a join municipality m on m.id = a.municipality_id
  where a.issuer = for_issuer and a.subject = for_subject and a.is_active order by m.name $$;

create function app.open_session(for_municipality uuid, for_account uuid, hash bytea, at timestamptz, until timestamptz, token text) returns uuid
language sql security definer set search_path = public, app, pg_temp as $$
  insert into session (municipality_id, token_hash, account_id, created_at, seen_at, expires_at, id_token)
  values (for_municipality, hash, for_account, at, at, until, token) returning id $$;

-- Answers who the session belongs to, and remembers that it was seen; nothing when expired, idle too long, or the account is closed.
create function app.find_session(hash bytea, at timestamptz, idle interval) returns table (
  municipality_id uuid, session_id uuid, account_id uuid, person_id uuid, roles text[], name text, locale text, id_token text)
language sql volatile security definer set search_path = public, app, pg_temp as $$
  update session s set seen_at = at from account a
  where s.token_hash = hash and s.expires_at > at and s.seen_at > at - idle
    and a.municipality_id = s.municipality_id and a.id = s.account_id and a.is_active
  returning s.municipality_id, s.id, a.id, a.person_id, a.roles, a.name, a.locale, s.id_token $$;

create function app.close_session(hash bytea) returns void language sql security definer set search_path = public, app, pg_temp as $$
  delete from session where token_hash = hash $$;
create function app.close_sessions_of(account uuid) returns void language sql security definer set search_path = public, app, pg_temp as $$
  delete from session where account_id = account and municipality_id = app.municipality() $$;
create function app.drop_old_sessions(at timestamptz, idle interval) returns void language sql security definer set search_path = public, app, pg_temp as $$
  delete from session where expires_at < at or seen_at < at - idle $$;

-- Whose link is this, and in what state: used and expired ones are found too, so that the page can say which.
create function app.find_link(hash bytea) returns table (
  municipality_id uuid, id uuid, purpose text, party text, agreement_id uuid, person_id uuid, locale text,
  expires_at timestamptz, used_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select l.municipality_id, l.id, l.purpose, l.party, l.agreement_id, l.person_id, l.locale, l.expires_at, l.used_at, l.revoked_at
  from personal_link l where l.token_hash = hash $$;

-- What happened at the door before anybody was known: guessed links, failed sign-ins. No personal data; no municipality's own rows.
create table door_event (
  municipality_id uuid not null default '00000000-0000-0000-0000-000000000000',
  id uuid not null default uuidv7(),
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  detail jsonb,
  constraint door_event_pkey primary key (municipality_id, id),
  constraint door_event_kind check (kind in ('link_unknown', 'link_expired', 'link_used', 'link_revoked', 'sign_in_unknown', 'sign_in_failed', 'sign_in_limited')));
call app.fence('door_event');
grant insert, select on door_event to app_gate;
comment on table door_event is 'Guessed, used and expired links and failed sign-ins: before anybody is known, so without municipality and without personal data.';
create function app.note_at_door(event text, info jsonb) returns void language sql security definer set search_path = public, app, pg_temp as $$
  insert into door_event (kind, detail) values (event, info) $$;
create function app.list_door_events(most integer) returns setof door_event language sql stable security definer set search_path = public, app, pg_temp as $$
  select * from door_event order by id desc limit most $$;
create function app.list_municipalities() returns table (id uuid, number text, name text, region text, is_test boolean)
language sql stable security definer set search_path = public, app, pg_temp as $$ select id, number, name, region, is_test from municipality order by number $$;

-- A municipality is made by whoever installs, never by the running application.
create function app.create_municipality(new_id uuid, new_number text, new_name text, new_region text, test boolean, new_theme jsonb) returns void
language sql security definer set search_path = public, app, pg_temp as $$
  insert into municipality (municipality_id, id, number, name, region, is_test, theme) values (new_id, new_id, new_number, new_name, new_region, test, new_theme) $$;
grant insert on municipality to app_gate;

-- The invented people of a test installation, for the built-in sign-in page. Nothing in any other installation.
create function app.list_test_accounts(for_issuer text) returns table (subject text, name text, roles text[], municipality_name text, is_participant boolean)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select a.subject, a.name, a.roles, m.name, a.person_id is not null from account a join municipality m on m.id = a.municipality_id
  where m.is_test and a.issuer = for_issuer and a.is_active order by m.number, a.person_id is not null, a.name limit 200 $$;

do $$ declare f text; begin
  foreach f in array array['list_test_accounts(text)', 'create_municipality(uuid,text,text,text,boolean,jsonb)', 'find_accounts(text,text)', 'open_session(uuid,uuid,bytea,timestamptz,timestamptz,text)', 'find_session(bytea,timestamptz,interval)',
    'close_session(bytea)', 'close_sessions_of(uuid)', 'drop_old_sessions(timestamptz,interval)', 'find_link(bytea)', 'note_at_door(text,jsonb)',
    'list_door_events(integer)', 'list_municipalities()'] loop
    execute format('alter function app.%s owner to app_gate', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
do $$ begin execute format('grant execute on function app.create_municipality(uuid,text,text,text,boolean,jsonb) to %I', current_user); end $$;
grant execute on function app.list_test_accounts(text), app.find_accounts(text,text), app.open_session(uuid,uuid,bytea,timestamptz,timestamptz,text),
  app.find_session(bytea,timestamptz,interval), app.close_session(bytea) to fotfeste_staff;
grant execute on function app.find_link(bytea) to fotfeste_portal;
grant execute on function app.note_at_door(text,jsonb) to fotfeste_staff, fotfeste_portal;
grant execute on function app.list_municipalities() to fotfeste_staff, fotfeste_worker;
grant execute on function app.drop_old_sessions(timestamptz,interval) to fotfeste_worker;
grant execute on function app.close_sessions_of(uuid), app.list_door_events(integer) to app_staff;
grant usage on schema app to fotfeste_staff, fotfeste_portal, fotfeste_worker;
