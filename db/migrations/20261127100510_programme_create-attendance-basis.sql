-- From the timetable and what was registered to minutes: one row for each person, day and thing; and one for each person and day.
grant select on participation to app_search;

create function app.slot_minutes(starts text, ends text) returns integer language sql immutable strict parallel safe as $$
  select ((extract(epoch from ends::time - starts::time) / 60)::int + 1440) % 1440 $$;

-- Which minutes were to be spent where, and which were. Under the fence of the caller. `off` are days on which nobody is expected.
-- Where only absence is told (practice places, what one does alone) presence is presumed; an unregistered day of a class is unknown.
create function app.programme_days(persons uuid[], first date, last date, off date[])
returns table (person_id uuid, on_day date, activity_id uuid, agreement_id uuid, kind text, planned integer, present integer, missing integer, presumed integer, unregistered integer)
language sql stable as $$
  with day as materialized (select d::date as on_day, extract(isodow from d)::int as weekday from generate_series(first, last, interval '1 day') d where d::date <> all (off)),
  here as materialized (select app.municipality() as municipality_id),
  within as materialized (
    select p.person_id, greatest(p.starts_on, first) as first, least(coalesce(p.ended_on, last), last) as last
    from participation p join here h on h.municipality_id = p.municipality_id where p.person_id = any (persons) and p.starts_on <= last and coalesce(p.ended_on, last) >= first),
  taking as materialized (
    select t.person_id, t.activity_id, greatest(t.from_date, w.first) as first, least(coalesce(t.to_date, w.last), w.last) as last
    from within w join activity_participant t on t.person_id = w.person_id join here h on h.municipality_id = t.municipality_id),
  held as materialized (
    select a.id as activity_id, a.kind, a.person_id is null as is_class, d.on_day, app.slot_minutes(s.slot ->> 'from', s.slot ->> 'to') as minutes
    from activity a join here h on h.municipality_id = a.municipality_id cross join lateral jsonb_array_elements(a.schedule) s(slot)
      join day d on d.weekday = (s.slot ->> 'weekday')::int and d.on_day >= a.from_date and d.on_day <= coalesce(a.to_date, last)
    where a.id in (select t.activity_id from taking t) and a.kind <> 'health'
      and not exists (select from activity_exception x where x.municipality_id = a.municipality_id and x.activity_id = a.id and x.on_day = d.on_day)
    union all
    select a.id, a.kind, a.person_id is null, x.moved_to, app.slot_minutes(x.from_time::text, x.to_time::text)
    from activity_exception x join here h on h.municipality_id = x.municipality_id join activity a on a.municipality_id = x.municipality_id and a.id = x.activity_id
    where x.moved_to between first and last and a.id in (select t.activity_id from taking t) and a.kind <> 'health'),
  planned as (
    select t.person_id, e.on_day, e.activity_id, null::uuid as agreement_id, e.kind, not e.is_class as is_presumed, sum(e.minutes)::int as minutes
    from taking t join held e on e.activity_id = t.activity_id and e.on_day between t.first and t.last group by 1, 2, 3, 5, 6
    union all
    select g.person_id, d.on_day, null, g.id, g.kind, true, sum(app.slot_minutes(s.slot ->> 'from', s.slot ->> 'to'))::int
    from within w join agreement g on g.person_id = w.person_id join here h on h.municipality_id = g.municipality_id cross join lateral jsonb_array_elements(g.schedule) s(slot)
      join day d on d.weekday = (s.slot ->> 'weekday')::int and d.on_day between greatest(g.from_date, w.first) and least(coalesce(g.ended_on, w.last), coalesce(g.to_date, w.last), w.last)
    where app.is_agreed(g.id, g.kind, g.revision, g.submitted_at, g.cancelled_at) group by 1, 2, 4, 5),
  registered as (
    select r.person_id, r.on_day, r.activity_id, r.agreement_id, coalesce(a.kind, g.kind) as kind, r.planned_minutes, r.present_minutes
    from attendance r join here h on h.municipality_id = r.municipality_id left join activity a on a.municipality_id = r.municipality_id and a.id = r.activity_id
      left join agreement g on g.municipality_id = r.municipality_id and g.id = r.agreement_id
    where r.person_id = any (persons) and r.on_day between first and last
      and not exists (select from attendance c where c.municipality_id = r.municipality_id and c.corrects_id = r.id)),
  both_sides as (
    select coalesce(r.person_id, p.person_id) as person_id, coalesce(r.on_day, p.on_day) as on_day, coalesce(r.activity_id, p.activity_id) as activity_id,
      coalesce(r.agreement_id, p.agreement_id) as agreement_id, coalesce(r.kind, p.kind) as kind, r.planned_minutes, r.present_minutes, p.minutes, p.is_presumed
    from planned p full join registered r on r.person_id = p.person_id and r.on_day = p.on_day and coalesce(r.activity_id, r.agreement_id) = coalesce(p.activity_id, p.agreement_id))
  select b.person_id, b.on_day, b.activity_id, b.agreement_id, b.kind, coalesce(b.planned_minutes, b.minutes), coalesce(b.present_minutes, 0),
    coalesce(b.planned_minutes - b.present_minutes, 0), case when b.planned_minutes is null and b.is_presumed then b.minutes else 0 end, case when b.planned_minutes is null and not b.is_presumed then b.minutes else 0 end
  from both_sides b where coalesce(b.planned_minutes, b.minutes) > 0
    and not exists (select from pause z join here h on h.municipality_id = z.municipality_id where z.person_id = b.person_id and b.on_day >= z.from_date and b.on_day <= coalesce(z.to_date, last)) $$;
grant execute on function app.programme_days(uuid[], date, date, date[]) to app_staff, app_participant;

-- What a payment is made from: minutes of each day, and of the absence only whether the benefit is kept, never its kind. So it looks past the
-- ground of absence, for those with the ground of economy. Every planned minute stands in exactly one of the columns after it.
create function app.attendance_basis(persons uuid[], first date, last date, off date[])
returns table (person_id uuid, on_day date, planned integer, present integer, with_benefit integer, without_benefit integer, unauthorised integer, pending integer, uncoded integer, unregistered integer)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not (app.has_ground('economy') or app.has_ground('absence')) then raise exception 'needs the ground economy or absence' using errcode = '42501'; end if;
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
alter function app.attendance_basis(uuid[], date, date, date[]) owner to app_search;
revoke all on function app.attendance_basis(uuid[], date, date, date[]) from public;
grant execute on function app.attendance_basis(uuid[], date, date, date[]) to app_staff;
revoke all on function app.programme_days(uuid[], date, date, date[]) from public;
grant execute on function app.programme_days(uuid[], date, date, date[]) to app_staff, app_participant, app_search;
