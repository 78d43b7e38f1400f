-- QUA-17: fathers who are outside the programme by age, and yet have children at school, are a group of their own in the cases without names.
drop function app.list_cases(date);
create function app.list_cases(today date) returns table (adviser_name text, status text, birth_date date, gender text, arrival_category text, settled_on date,
  legal jsonb,
  starts_on date, months integer, extension_months integer, ended_on date, wait_reason text, wait_since date, next_step_due date, whereabouts text, is_placed boolean, has_minor_child boolean)
language plpgsql stable security definer set search_path = public, app, pg_temp as $$ begin
  if not app.has_ground('overview') then raise exception 'the overview is not yours to see' using errcode = '42501'; end if;
  return query select a.name, p.status, p.birth_date, p.gender, p.arrival_category, p.settled_on,
      app.named_facts(f),
      t.starts_on, t.months, t.extension_months, t.ended_on, w.reason, w.since, n.due_on, b.state,
      exists (select from agreement g where g.municipality_id = p.municipality_id and g.person_id = p.id and g.cancelled_at is null and g.ended_on is null and today between g.from_date and coalesce(g.to_date, today)),
      exists (select from family_tie k left join person c on c.municipality_id = k.municipality_id and c.id = k.relative_id where k.municipality_id = p.municipality_id and k.person_id = p.id and k.relation = 'child'
        and coalesce(c.birth_date > today - interval '18 years', k.relative_birth_year > extract(year from today) - 18))
    from person p left join account a on a.municipality_id = p.municipality_id and a.id = p.adviser_id
      left join legal_facts f on f.municipality_id = p.municipality_id and f.person_id = p.id
      left join lateral (select * from participation x where x.municipality_id = p.municipality_id and x.person_id = p.id order by x.starts_on desc limit 1) t on true
      left join start_wait w on w.municipality_id = p.municipality_id and w.person_id = p.id
      left join lateral (select min(x.due_on) as due_on from next_step x where x.municipality_id = p.municipality_id and x.person_id = p.id and x.done_on is null) n on true
      left join whereabouts b on b.municipality_id = p.municipality_id and b.person_id = p.id
    where p.municipality_id = app.municipality() and (p.address_protection <> 'strictly_confidential' or app.has_ground('protected_address')); end $$;
grant select (municipality_id, person_id, relative_id, relation, relative_birth_year) on family_tie to app_search;
alter function app.list_cases(date) owner to app_search;
revoke all on function app.list_cases(date) from public;
grant execute on function app.list_cases(date) to app_staff;
