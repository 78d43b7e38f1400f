-- Finding a person who may be there twice, and making two rows one. Both look past the fence on purpose, in one place each.
create table not_duplicate (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  other_id uuid not null,
  account_id uuid not null default app.actor(),
  said_at timestamptz not null default now(),
  constraint not_duplicate_pkey primary key (municipality_id, id),
  constraint not_duplicate_once unique (municipality_id, person_id, other_id),
  constraint not_duplicate_order check (person_id < other_id),
  constraint not_duplicate_other foreign key (municipality_id, other_id) references person (municipality_id, id));
call app.fence_about_person('not_duplicate');
drop policy own on not_duplicate;
revoke select on not_duplicate from app_participant;
comment on table not_duplicate is 'Two persons who look alike and are not the same: somebody has looked.';

-- Who in the municipality may be the person of a row: by number, by name and birth date, or near (a like name and the same
-- birth date; the same name where one of the two has no birth date). Ids only: what the caller may see of them the policy decides.
create function app.match_people(rows integer[], numbers text[], names text[], births date[]) returns table (at integer, person_id uuid, how text)
language sql stable security definer set search_path = public, app, pg_temp as $$
  with asked as materialized (select a.at, a.number, app.fold(a.name) as name, a.birth from unnest(rows, numbers, names, births) a(at, number, name, birth)),
  here as materialized (select p.id, p.search_name, p.birth_date from person p where p.municipality_id = app.municipality())
  select a.at, n.person_id, 'number' from asked a join person_number n on n.municipality_id = app.municipality() and n.number = a.number
  union select a.at, h.id, case when h.search_name = a.name then 'exact' else 'near' end from asked a join here h on h.birth_date = a.birth
    where h.search_name = a.name or similarity(h.search_name, a.name) >= 0.45
  union select a.at, h.id, 'near' from asked a join here h on h.search_name = a.name where a.birth is null or h.birth_date is null $$;
alter function app.match_people(integer[], text[], text[], date[]) owner to app_search;
revoke all on function app.match_people(integer[], text[], text[], date[]) from public;
grant execute on function app.match_people(integer[], text[], text[], date[]) to app_staff;

-- Which person became which: the audit log is never changed, so what was logged of the one who went is found through this.
create table merged_person (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  gone_id uuid not null,
  keep_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint merged_person_pkey primary key (municipality_id, id),
  constraint merged_person_once unique (municipality_id, gone_id),
  constraint merged_person_two check (gone_id <> keep_id));
create index merged_person_by_keep on merged_person (municipality_id, keep_id);
call app.fence('merged_person');
create policy staff on merged_person for select to app_staff using (true);
create policy own on merged_person for select to app_participant using (keep_id = (select app.person()));
grant select on merged_person to app_staff, app_participant, app_gate;
grant insert on merged_person to app_merge;
comment on table merged_person is 'Two persons made one: gone_id is no more, what was hers is keep_id''s. Append only, written by app.merge_person alone.';

-- Every id under which a person has stood: her own, and those of the persons she was made one with, and theirs in turn.
create function app.ids_of_person(who uuid) returns uuid[] language sql stable as $$
  with recursive known as (select who as id union
    select m.gone_id from known k join merged_person m on m.municipality_id = (select app.municipality()) and m.keep_id = k.id)
  select array_agg(id) from known $$;

-- Who has read or changed what is known about the one signed in: names of colleagues, which she could not see otherwise.
create function app.list_my_audit(most integer) returns table (on_day date, last_at timestamptz, actor_kind text, actor_name text, actor_roles text[], operation text, times bigint)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select (l.at at time zone 'Europe/Oslo')::date, max(l.at), l.actor_kind, a.name, a.roles, l.operation, count(*)
  from audit_log l left join account a on a.municipality_id = l.municipality_id and a.id = l.actor_id
  where l.municipality_id = app.municipality() and l.subjects && app.ids_of_person(app.person()) and l.outcome = 'done'
  group by 1, 3, 4, 5, 6 order by 2 desc limit most $$;
grant select on audit_log to app_gate;
alter function app.list_my_audit(integer) owner to app_gate;
revoke all on function app.list_my_audit(integer) from public;
grant execute on function app.list_my_audit(integer) to app_participant;

grant usage on schema app, public to app_merge;
grant create on schema app to app_merge;
grant select, delete on person, family_tie, not_duplicate to app_merge;
do $$ declare spot regclass; begin
  for spot in select distinct c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname in ('person_id', 'relative_id') loop
    execute format('grant select, update on %s to app_merge', spot);
  end loop;
end $$;

-- Makes two persons one: whatever points at the one who goes points at the one who stays afterwards, in every table there is,
-- also in compartments the caller may not open. The caller must see both; what may stand once only must have been settled before.
create function app.merge_person(keep uuid, gone uuid) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$
declare spot record; begin
  if keep = gone or (select count(*) from person p where p.municipality_id = app.municipality() and p.id in (keep, gone)
    and (p.address_protection <> 'strictly_confidential' or app.has_ground('protected_address'))) <> 2 then raise exception 'both persons must be there and be seen'; end if;
  delete from not_duplicate where municipality_id = app.municipality() and gone in (person_id, other_id);
  delete from family_tie where municipality_id = app.municipality() and ((person_id = gone and relative_id = keep) or (person_id = keep and relative_id = gone));
  for spot in select c.oid::regclass as place, a.attname as field from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname in ('person_id', 'relative_id') and not a.attisdropped loop
    execute format('update %s set %I = $1 where municipality_id = app.municipality() and %I = $2', spot.place, spot.field, spot.field) using keep, gone;
  end loop;
  insert into merged_person (gone_id, keep_id) values (gone, keep);
  delete from person where municipality_id = app.municipality() and id = gone;
end $$;
alter function app.merge_person(uuid, uuid) owner to app_merge;
revoke all on function app.merge_person(uuid, uuid) from public;
grant execute on function app.merge_person(uuid, uuid) to app_staff;
