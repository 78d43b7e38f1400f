-- Seats that are held by proposals under way, past the fence as the taken ones are, so that the answer is the same whoever asks: released from a plan and
-- open, or agreed on, and no agreement yet. By the opening, with its employer and supervisor: their limits are held by it too.
grant select (municipality_id, id, person_id, opening_id, outcome) on presentation to app_search;
grant select (municipality_id, presentation_id) on cohort_row to app_search;
grant select (municipality_id, id, employer_id, supervisor_contact_id) on opening to app_search;
create function app.seats_under_way() returns table (opening_id uuid, employer_id uuid, supervisor_contact_id uuid, held integer)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select o.id, o.employer_id, o.supervisor_contact_id, count(*)::int
  from presentation p join opening o on o.municipality_id = p.municipality_id and o.id = p.opening_id
  where p.municipality_id = app.municipality()
    and (p.outcome = 'agreed' or (p.outcome = 'open' and exists (select from cohort_row r where r.municipality_id = p.municipality_id and r.presentation_id = p.id)))
    and not exists (select from agreement g where g.municipality_id = p.municipality_id and g.person_id = p.person_id and g.opening_id = p.opening_id and g.submitted_at is not null)
  group by o.id, o.employer_id, o.supervisor_contact_id $$;
alter function app.seats_under_way() owner to app_search;
revoke all on function app.seats_under_way() from public;
grant execute on function app.seats_under_way() to app_staff;
