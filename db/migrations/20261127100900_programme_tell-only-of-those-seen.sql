-- Functions with more rights than their caller tell of persons the caller may see, and of nobody else: they take ids from whoever calls,
-- and that she has ids only of those she sees is not left to her. What they check is otherwise as it was.
create function app.seen(persons uuid[]) returns uuid[] language sql stable as $$
  select array(select p.id from person p where p.municipality_id = app.municipality() and p.id = any (persons) and case when app.actor_kind() = 'participant' then p.id = app.person()
    else p.address_protection <> 'strictly_confidential' or app.has_ground('protected_address') end) $$;
revoke all on function app.seen(uuid[]) from public;
grant execute on function app.seen(uuid[]) to app_staff, app_participant, app_search, app_merge;
comment on function app.seen is 'Of these persons, those the one who asks may see: for functions that look past the fence of person.';

create or replace function app.is_paid(who uuid, first date, last date) returns boolean language sql stable security definer set search_path = public, app, pg_temp as $$
  select exists (select from paid_period p where p.municipality_id = app.municipality() and p.person_id = who and p.from_date <= last and p.to_date >= first) and who = any (app.seen(array[who])) $$;

create or replace function app.reported_away(persons uuid[], day date) returns table (person_id uuid)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  persons := app.seen(persons);
  return query
  select r.person_id from absence_report r where r.municipality_id = app.municipality() and r.person_id = any (persons)
    and day between r.from_date and r.to_date and r.dismissed_on is null
  union select a.person_id from absence a where a.municipality_id = app.municipality() and a.person_id = any (persons)
    and day between a.from_date and a.to_date and a.minutes_each_day is null and a.decision in ('pending', 'approved')
    and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id)
  union select z.person_id from pause z where z.municipality_id = app.municipality() and z.person_id = any (persons) and day >= z.from_date and day <= coalesce(z.to_date, day); end $$;

create or replace function app.attendance_basis(persons uuid[], first date, last date, off date[])
returns table (person_id uuid, on_day date, planned integer, present integer, with_benefit integer, without_benefit integer, unauthorised integer, pending integer, uncoded integer, unregistered integer)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not (app.has_ground('economy') or app.has_ground('absence')) then raise exception 'needs the ground economy or absence' using errcode = '42501'; end if;
  persons := app.seen(persons);
  return query
  with spent as materialized (
    select d.person_id, d.on_day, sum(d.planned)::int as planned, sum(d.present)::int as present, sum(d.missing)::int as missing, sum(d.presumed)::int as presumed, sum(d.unregistered)::int as unregistered
    from app.programme_days(persons, first, last, off) d group by 1, 2),
  away as materialized (
    select a.person_id, d::date as on_day, sum(case when a.with_benefit then coalesce(a.minutes_each_day, 1440) else 0 end)::int as kept, sum(case when not a.with_benefit then coalesce(a.minutes_each_day, 1440) else 0 end)::int as lost,
      sum(case when a.decision = 'unauthorised' then coalesce(a.minutes_each_day, 1440) else 0 end)::int as unauthorised, sum(case when a.decision = 'pending' then coalesce(a.minutes_each_day, 1440) else 0 end)::int as pending
    from absence a cross join lateral generate_series(greatest(a.from_date, first), least(a.to_date, last), interval '1 day') d
    where a.municipality_id = app.municipality() and a.person_id = any (persons) and a.decision <> 'withdrawn' and a.from_date <= last and a.to_date >= first
      and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id) group by 1, 2),
  told as materialized (
    select distinct r.person_id, d::date as on_day from absence_report r cross join lateral generate_series(greatest(r.from_date, first), least(r.to_date, last), interval '1 day') d
    where r.municipality_id = app.municipality() and r.person_id = any (persons) and r.absence_id is null and r.dismissed_on is null and r.from_date <= last and r.to_date >= first),
  shared as (
    select s.*, s.planned - s.present as open, coalesce(a.kept, 0) as kept, coalesce(a.lost, 0) as lost, coalesce(a.unauthorised, 0) as refused, coalesce(a.pending, 0) + case when t.person_id is null then 0 else 1440 end as waiting
    from spent s left join away a on a.person_id = s.person_id and a.on_day = s.on_day left join told t on t.person_id = s.person_id and t.on_day = s.on_day),
  -- each takes of what is open what the ones before have left; the rest is what nobody has coded, what nobody has registered, and what is presumed present
  taken as (
    select *, least(open, s.kept) as k, least(open, s.kept + s.lost) as kl, least(open, s.kept + s.lost + s.refused) as klr, least(open, s.kept + s.lost + s.refused + s.waiting) as klrw from shared s)
  select t.person_id, t.on_day, t.planned, t.present + least(t.presumed, t.open - t.klrw), t.k, t.kl - t.k, t.klr - t.kl, t.klrw - t.klr,
    greatest(0, t.missing - t.klrw), greatest(0, t.unregistered - greatest(0, t.klrw - t.missing))
  from taken t; end $$;

create or replace function app.benefit_away(persons uuid[], first date, last date) returns table (person_id uuid, from_date date, to_date date)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not app.has_ground('economy') then raise exception 'needs the ground economy' using errcode = '42501'; end if;
  persons := app.seen(persons);
  return query
  select a.person_id, a.from_date, a.to_date from absence a where a.municipality_id = app.municipality() and a.person_id = any (persons) and a.decision = 'approved' and not a.with_benefit
    and a.minutes_each_day is null and a.from_date <= last and a.to_date >= first and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id)
  union all
  select z.person_id, z.from_date, z.to_date from pause z where z.municipality_id = app.municipality() and z.person_id = any (persons) and z.from_date <= last and coalesce(z.to_date, first) >= first; end $$;

create or replace function app.benefit_changed(persons uuid[], before date) returns table (person_id uuid, month date)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not app.has_ground('economy') then raise exception 'needs the ground economy' using errcode = '42501'; end if;
  persons := app.seen(persons);
  return query
  with run as materialized (select r.month, (r.month + interval '1 month' - interval '1 day')::date as last, min(r.prepared_at) as at from benefit_run r where r.municipality_id = app.municipality() and r.approved_at is not null and r.month < before group by 1, 2)
  select t.person_id, r.month from attendance t join run r on t.on_day between r.month and r.last where t.municipality_id = app.municipality() and t.person_id = any (persons) and t.registered_at >= r.at
  union select a.person_id, r.month from absence a join run r on a.from_date <= r.last and a.to_date >= r.month
    where a.municipality_id = app.municipality() and a.person_id = any (persons) and (a.created_at >= r.at or a.decided_on >= r.at::date); end $$;

-- The manager's figures leave those out whom she does not see: beside a list of the others, a sum and a deadline would give them away.
create or replace function app.list_cases(today date) returns table (adviser_name text, status text, birth_date date, gender text, arrival_category text, settled_on date,
  legal jsonb,
  starts_on date, months integer, extension_months integer, ended_on date, wait_reason text, wait_since date, next_step_due date, whereabouts text, is_placed boolean)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not app.has_ground('overview') then raise exception 'the overview is not yours to see' using errcode = '42501'; end if;
  return query select a.name, p.status, p.birth_date, p.gender, p.arrival_category, p.settled_on,
      app.named_facts(f),
      t.starts_on, t.months, t.extension_months, t.ended_on, w.reason, w.since, n.due_on, b.state,
      exists (select from agreement g where g.municipality_id = p.municipality_id and g.person_id = p.id and g.cancelled_at is null and g.ended_on is null and today between g.from_date and coalesce(g.to_date, today))
    from person p left join account a on a.municipality_id = p.municipality_id and a.id = p.adviser_id
      left join legal_facts f on f.municipality_id = p.municipality_id and f.person_id = p.id
      left join lateral (select * from participation x where x.municipality_id = p.municipality_id and x.person_id = p.id order by x.starts_on desc limit 1) t on true
      left join start_wait w on w.municipality_id = p.municipality_id and w.person_id = p.id
      left join lateral (select min(x.due_on) as due_on from next_step x where x.municipality_id = p.municipality_id and x.person_id = p.id and x.done_on is null) n on true
      left join whereabouts b on b.municipality_id = p.municipality_id and b.person_id = p.id
    where p.municipality_id = app.municipality() and (p.address_protection <> 'strictly_confidential' or app.has_ground('protected_address')); end $$;

-- That and when somebody was paid is economy. Whether a row is held fast is asked of app.is_paid.
create policy ground on paid_period as restrictive to app_staff using ((select app.has_ground('economy')));

-- A participant sees whom to ask: a colleague's name and address, not how she signs in.
revoke select on account from app_participant;
grant select (municipality_id, id, name, email, locale, roles, is_active, person_id) on account to app_participant;

-- What was handed over stays as the receiver read it: afterwards only her answer is added.
create function app.keep_sent_hand_over() returns trigger language plpgsql as $$
declare may text[] := case when current_user = 'app_merge' then array['person_id'] else array['version', 'case_number', 'case_worker', 'confirmed_at'] end; begin
  if old.sent_at is not null and to_jsonb(new) - may <> to_jsonb(old) - may then
    raise exception using errcode = 'check_violation', constraint = 'hand_over_sent_stays', message = 'what was handed over is not rewritten'; end if;
  return new;
end $$;
create trigger keep before update on hand_over for each row execute function app.keep_sent_hand_over();
revoke delete on hand_over from app_staff;

-- Two persons made one are in one place and wait for one thing: where she was last confirmed to be, and the wait of the one who stays.
-- Past the fence, since whoever merges need not have the ground `case`, and must not learn by a refusal what is behind it.
create function app.settle_standing(keep uuid, gone uuid) returns void
language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  if keep = gone or cardinality(app.seen(array[keep, gone])) <> 2 then raise exception 'both persons must be there and be seen'; end if;
  delete from whereabouts w using whereabouts o where w.municipality_id = app.municipality() and o.municipality_id = w.municipality_id and w.person_id in (keep, gone) and o.person_id in (keep, gone)
    and w.person_id <> o.person_id and (w.confirmed_on < o.confirmed_on or (w.confirmed_on = o.confirmed_on and w.person_id = gone));
  delete from start_wait w where w.municipality_id = app.municipality() and w.person_id = gone
    and exists (select from start_wait o where o.municipality_id = w.municipality_id and o.person_id = keep);
end $$;
grant delete on whereabouts, start_wait to app_merge;
alter function app.settle_standing(uuid, uuid) owner to app_merge;
revoke all on function app.settle_standing(uuid, uuid) from public;
grant execute on function app.settle_standing(uuid, uuid) to app_staff;
