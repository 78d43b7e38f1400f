-- A page that fetches itself again and again is noted as read once an hour for the same people, so that what others read about her does not drown.
create function app.was_noted(read text, about uuid[]) returns boolean language sql stable security definer set search_path = public, app, pg_temp as $$
  select exists (select from audit_log a where a.municipality_id = app.municipality() and a.actor_id = app.actor() and a.actor_kind = app.actor_kind() and a.operation = read and a.outcome = 'done'
    and a.subjects @> about and a.at > clock_timestamp() - interval '1 hour') $$;
alter function app.was_noted(text, uuid[]) owner to app_gate;
revoke all on function app.was_noted(text, uuid[]) from public;
grant execute on function app.was_noted(text, uuid[]) to app_staff, app_participant, app_employer;
comment on function app.was_noted is 'Whether the one who asks was noted within the hour as having read this of all of these.';
