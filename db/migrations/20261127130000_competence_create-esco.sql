-- What makes two occupations near though their codes are not: ESCO's finer occupations with the STYRK-08 groups they belong to, and families of related occupations.
create table esco_occupation (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  uri text not null,
  name text not null,
  other_names text not null default '',
  source text not null,
  source_on date,
  search_name text not null generated always as (app.fold(name || E'\n' || other_names)) stored,
  constraint esco_occupation_pkey primary key (municipality_id, id),
  constraint esco_occupation_once unique (municipality_id, uri),
  constraint esco_occupation_uri check (uri ~ '^http://data\.europa\.eu/esco/occupation/[0-9a-f-]{36}$'),
  constraint esco_occupation_named check (name <> ''));
create index esco_occupation_search on esco_occupation using gin (municipality_id, search_name gin_trgm_ops);
call app.fence('esco_occupation');
create policy reading on esco_occupation for select to app_staff, app_participant using (true);
create policy importing on esco_occupation to app_staff using (true);
grant select, insert, update, delete on esco_occupation to app_staff;
grant select on esco_occupation to app_participant;
comment on table esco_occupation is 'Occupations of ESCO by their address, with every name they are known by (one a line). Brought in from the official files. No personal data.';

-- No tie to `occupation`: ESCO may be brought in before STYRK-08 is, and a group that is not in it simply answers nothing.
create table esco_match (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  esco_uri text not null,
  occupation_code text not null,
  relation text not null,
  constraint esco_match_pkey primary key (municipality_id, id),
  constraint esco_match_once unique (municipality_id, esco_uri, occupation_code),
  constraint esco_match_occupation foreign key (municipality_id, esco_uri) references esco_occupation (municipality_id, uri) on delete cascade,
  constraint esco_match_code check (occupation_code ~ '^[0-9]{4}$'),
  constraint esco_match_relation check (relation in ('exact', 'close', 'broad', 'narrow')));
create index esco_match_by_code on esco_match (municipality_id, occupation_code);
call app.fence('esco_match');
create policy reading on esco_match for select to app_staff, app_participant using (true);
create policy importing on esco_match to app_staff using (true);
grant select, insert, update, delete on esco_match to app_staff;
grant select on esco_match to app_participant;
comment on table esco_match is 'Which unit group of STYRK-08 an ESCO occupation belongs to. One that belongs to two makes these near each other.';

create table occupation_family (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  version integer not null default 1,
  name text not null,
  source text not null,
  source_on date,
  is_own boolean not null default false,
  constraint occupation_family_pkey primary key (municipality_id, id),
  constraint occupation_family_once unique (municipality_id, source, name),
  constraint occupation_family_named check (name <> '' and source <> ''));
call app.fence('occupation_family');
create policy reading on occupation_family for select to app_staff, app_participant using (true);
create policy importing on occupation_family to app_staff using (true);
grant select, insert, update, delete on occupation_family to app_staff;
grant select on occupation_family to app_participant;
comment on table occupation_family is 'A named set of related occupations, from a list that was brought in or the municipality''s own (is_own), with its source.';

create table occupation_family_member (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  family_id uuid not null,
  occupation_code text not null,
  constraint occupation_family_member_pkey primary key (municipality_id, id),
  constraint occupation_family_member_once unique (municipality_id, family_id, occupation_code),
  constraint occupation_family_member_family foreign key (municipality_id, family_id) references occupation_family (municipality_id, id) on delete cascade,
  constraint occupation_family_member_code check (occupation_code ~ '^[0-9]{4}$'));
create index occupation_family_member_by_code on occupation_family_member (municipality_id, occupation_code);
call app.fence('occupation_family_member');
create policy reading on occupation_family_member for select to app_staff, app_participant using (true);
create policy importing on occupation_family_member to app_staff using (true);
grant select, insert, delete on occupation_family_member to app_staff;
grant select on occupation_family_member to app_participant;
comment on table occupation_family_member is 'One occupation of a family.';

-- Which occupations are near these by more than their digits, each pair once: a shared ESCO occupation before a family, else the first by name.
-- All there are where no codes are given. Read with the rights of whoever asks.
create function app.related_occupations(codes text[]) returns table (code text, other text, by text, name text, source text, source_on date)
language sql stable set search_path = public, app, pg_temp as $$
  select distinct on (link.code, link.other) link.* from (
    select m.occupation_code as code, n.occupation_code as other, 'shared' as by, e.name, e.source, e.source_on
    from esco_match m join esco_match n on n.municipality_id = m.municipality_id and n.esco_uri = m.esco_uri and n.occupation_code <> m.occupation_code
      join esco_occupation e on e.municipality_id = m.municipality_id and e.uri = m.esco_uri
    where m.municipality_id = (select app.municipality()) and (codes is null or m.occupation_code = any (codes))
    union all
    select m.occupation_code, n.occupation_code, 'family', f.name, f.source, f.source_on
    from occupation_family_member m join occupation_family_member n on n.municipality_id = m.municipality_id and n.family_id = m.family_id and n.occupation_code <> m.occupation_code
      join occupation_family f on f.municipality_id = m.municipality_id and f.id = m.family_id
    where m.municipality_id = (select app.municipality()) and (codes is null or m.occupation_code = any (codes))) link
  order by link.code, link.other, link.by desc, link.name, link.source $$;
revoke all on function app.related_occupations(text[]) from public;
grant execute on function app.related_occupations(text[]) to app_staff, app_participant;

-- The finer occupation beside the code of STYRK-08, where it was chosen. Without a tie: ESCO may be taken out again, and the same address is the same occupation still.
alter table work_experience add column esco_uri text;
alter table wish add column esco_uri text;
alter table opening add column esco_uri text;

alter table import_run drop constraint import_run_what;
alter table import_run add constraint import_run_what check (what in ('participants', 'employers', 'vacancies', 'occupations', 'esco', 'occupation_families'));
