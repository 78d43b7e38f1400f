-- The report is the same whoever reads it: what became of everybody, counted past the fence about each. Numbers alone.
create function app.count_meeting_outcomes(of_day uuid) returns table (both_again integer, employer_again integer, guest_again integer, offers integer, second_meetings integer, places integer)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select (count(*) filter (where o.employer_again and o.guest_again))::int, (count(*) filter (where o.employer_again))::int, (count(*) filter (where o.guest_again))::int,
    (count(*) filter (where o.offer <> 'none'))::int, (count(*) filter (where o.second_on is not null or o.came_of_it = 'second_meeting'))::int, (count(*) filter (where o.agreement_id is not null))::int
  from meeting_outcome o where o.municipality_id = app.municipality() and o.day_id = of_day $$;
grant select on meeting_outcome to app_gate;
alter function app.count_meeting_outcomes(uuid) owner to app_gate;
revoke all on function app.count_meeting_outcomes(uuid) from public;
grant execute on function app.count_meeting_outcomes(uuid) to app_staff;
comment on function app.count_meeting_outcomes is 'What became of the meetings of a day, counted over everybody, also those the reader may not see.';
