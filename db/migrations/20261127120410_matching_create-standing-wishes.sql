-- Standing wishes (EMP-14): a need nobody fits today is kept, and rings when somebody arrives or reaches what was asked.
create table standing_wish (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  employer_id uuid not null,
  need_id uuid,
  title text not null,
  occupation_code text,
  tasks text,
  schedule jsonb not null default '[]',
  hours_per_week numeric(4,1),
  physical_demands text[] not null default '{}',
  reachable_by text[] not null default '{}',
  demands jsonb not null default '[]',
  since date not null,
  noted_by uuid not null default app.actor(),
  ended_on date,
  end_reason text,
  constraint standing_wish_pkey primary key (municipality_id, id),
  constraint standing_wish_employer foreign key (municipality_id, employer_id) references employer (municipality_id, id),
  constraint standing_wish_need foreign key (municipality_id, need_id) references need (municipality_id, id),
  constraint standing_wish_occupation foreign key (municipality_id, occupation_code) references occupation (municipality_id, code),
  constraint standing_wish_account foreign key (municipality_id, noted_by) references account (municipality_id, id),
  constraint standing_wish_physical_demands check (physical_demands <@ '{heavy_lifting,standing_all_day,sitting_all_day,heights,cold,heat,dust,strong_smells,noise,night,screen_work,fine_motor}'::text[]),
  constraint standing_wish_reachable_by check (reachable_by <@ '{walk,bicycle,bus,train,car}'::text[]),
  constraint standing_wish_end_reason check (end_reason in ('filled', 'opening', 'no_longer', 'mistake')),
  constraint standing_wish_ended check ((ended_on is null) = (end_reason is null)));
create index standing_wish_by_employer on standing_wish (municipality_id, employer_id);
call app.fence('standing_wish');
create policy staff on standing_wish to app_staff using (true);
grant select, insert, update on standing_wish to app_staff;
comment on table standing_wish is 'An employer''s need that stays until somebody fits (EMP-14). demands as in opening_demand.';

create table standing_wish_watch (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  wish_id uuid not null,
  person_id uuid not null,
  missing text[] not null,
  constraint standing_wish_watch_pkey primary key (municipality_id, id),
  constraint standing_wish_watch_once unique (municipality_id, wish_id, person_id),
  constraint standing_wish_watch_wish foreign key (municipality_id, wish_id) references standing_wish (municipality_id, id));
call app.fence_about_person('standing_wish_watch');
drop policy own on standing_wish_watch;
revoke select on standing_wish_watch from app_participant;
comment on table standing_wish_watch is 'What each candidate lacked for a standing wish when it was last looked at, so that it can be said what changed.';

create table standing_wish_ring (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  version integer not null default 1,
  wish_id uuid not null,
  person_id uuid not null,
  fact text not null,
  reached jsonb not null default '[]',
  rung_on date not null,
  told_on date,
  seen_on date,
  seen_by uuid,
  constraint standing_wish_ring_pkey primary key (municipality_id, id),
  constraint standing_wish_ring_once unique (municipality_id, wish_id, person_id, fact),
  constraint standing_wish_ring_wish foreign key (municipality_id, wish_id) references standing_wish (municipality_id, id),
  constraint standing_wish_ring_seen_by foreign key (municipality_id, seen_by) references account (municipality_id, id));
call app.fence_about_person('standing_wish_ring');
drop policy own on standing_wish_ring;
revoke select on standing_wish_ring from app_participant;
comment on table standing_wish_ring is 'A standing wish rang: who now fits, and what she reached. Once for each person and reached fact; for colleagues alone, nothing of it goes to the employer before the usual yes.';

-- Where two persons are made one: what may stand once stands once, and a yes to a neighbour is given once.
create function app.settle_matching(keep uuid, gone uuid) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  if keep = gone or cardinality(app.seen(array[keep, gone])) <> 2 then raise exception 'both persons must be there and be seen'; end if;
  update put_forward f set withdrawn_on = (now() at time zone 'Europe/Oslo')::date, withdrawn_by = 'merged' where f.municipality_id = app.municipality() and f.person_id = gone and f.withdrawn_on is null
    and exists (select from put_forward o where o.municipality_id = f.municipality_id and o.person_id = keep and o.opening_id = f.opening_id and o.withdrawn_on is null);
  delete from standing_wish_watch w where w.municipality_id = app.municipality() and w.person_id = gone
    and exists (select from standing_wish_watch o where o.municipality_id = w.municipality_id and o.person_id = keep and o.wish_id = w.wish_id);
  delete from standing_wish_ring r where r.municipality_id = app.municipality() and r.person_id = gone
    and exists (select from standing_wish_ring o where o.municipality_id = r.municipality_id and o.person_id = keep and o.wish_id = r.wish_id and o.fact = r.fact);
end $$;
grant delete on standing_wish_watch, standing_wish_ring to app_merge;
alter function app.settle_matching(uuid, uuid) owner to app_merge;
revoke all on function app.settle_matching(uuid, uuid) from public;
grant execute on function app.settle_matching(uuid, uuid) to app_staff;
