-- Whoever was not noted as come while the day was open may be noted afterwards; then her meetings count, and nobody else's are touched.
alter table meeting_slot add column unnoted_at_close boolean not null default false;
comment on column meeting_slot.unnoted_at_close is 'When the day was closed it was not noted whether both came: whether it was held follows from what is noted afterwards.';

-- An employer says by its own link that it is here: "we are here", or the first it writes of a meeting.
grant update (came_at) on meeting_employer to app_employer;

create function app.count_meetings_noted_late() returns trigger language plpgsql security definer set search_path = public, app, pg_temp as $$ begin
  update meeting_slot s set state = case when g.came_at is not null and e.came_at is not null
      and (g.left_at is null or g.left_at >= left(d.rounds[s.round + 1], 5)::time) and (e.left_at is null or e.left_at >= left(d.rounds[s.round + 1], 5)::time) then 'held' else 'not_held' end
    from meeting_guest g, meeting_employer e, meeting_day d
    where s.municipality_id = new.municipality_id and s.day_id = new.day_id and s.unnoted_at_close and (s.guest_id = new.id or s.meeting_employer_id = new.id)
      and g.municipality_id = s.municipality_id and g.id = s.guest_id and e.municipality_id = s.municipality_id and e.id = s.meeting_employer_id and d.municipality_id = s.municipality_id and d.id = s.day_id;
  return null;
end $$;
grant select, update (state) on meeting_slot to app_gate;
grant select on meeting_guest, meeting_employer, meeting_day to app_gate;
alter function app.count_meetings_noted_late() owner to app_gate;
create trigger count_noted_late after update of came_at, left_at on meeting_employer for each row when (old.came_at is distinct from new.came_at or old.left_at is distinct from new.left_at) execute function app.count_meetings_noted_late();
create trigger count_noted_late after update of came_at, left_at on meeting_guest for each row when (old.came_at is distinct from new.came_at or old.left_at is distinct from new.left_at) execute function app.count_meetings_noted_late();
revoke all on function app.count_meetings_noted_late() from public;
