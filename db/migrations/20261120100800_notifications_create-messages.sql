-- Mail: one row per message, written in the same transaction as what it tells of; a job sends it.
create table message (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  key text not null,
  to_address text not null,
  to_account_id uuid,
  person_id uuid,
  locale text not null,
  template text not null,
  params jsonb not null default '{}',
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  constraint message_pkey primary key (municipality_id, id),
  constraint message_once unique (municipality_id, key),
  constraint message_account foreign key (municipality_id, to_account_id) references account (municipality_id, id));
call app.fence('message');
create policy staff on message to app_staff using (true);
create policy write on message for insert to app_participant, app_employer with check (true);
grant select, insert, update (sent_at, failed_at, failure, params) on message to app_staff;
grant insert on message to app_participant, app_employer;
create policy clean on message to fotfeste_worker using (true);
grant select (created_at, params), update (params) on message to fotfeste_worker;
comment on table message is 'Outgoing mail. params hold what the text needs; a secret link is taken out of them once it is sent, or when it has expired.';

-- A job is a row added in the same transaction as the change. Payloads hold ids only: the queue lies outside row-level security.
create function app.add_job(task text, payload json, key text default null, run_at timestamptz default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if task not in ('send_message', 'plan_reminders') then raise exception 'unknown task %', task; end if;
  perform graphile_worker.add_job(task, json_build_object('municipality_id', current_setting('app.municipality_id')::uuid,
    'actor_id', current_setting('app.actor_id')::uuid, 'input', payload), job_key => key, run_at => run_at, max_attempts => 10); end $$;
create function app.list_jobs(most integer) returns table (id bigint, task text, run_at timestamptz, attempts integer, max_attempts integer, last_error text, is_running boolean, payload json)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$ begin return query
  select j.id::bigint, t.identifier::text, j.run_at, j.attempts::int, j.max_attempts::int, j.last_error, j.locked_at is not null, j.payload
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.payload->>'municipality_id' = current_setting('app.municipality_id')
  order by (j.last_error is not null) desc, j.run_at limit most; end $$;
create function app.retry_job(job bigint) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if not exists (select from graphile_worker._private_jobs j where j.id = job and j.payload->>'municipality_id' = current_setting('app.municipality_id')) then return false; end if;
  perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0);
  return true; end $$;
-- whoever is to own a function must be let make one, where the migrating role is no superuser
grant create on schema app to fotfeste_worker;
do $$ declare f text; begin
  foreach f in array array['add_job(text,json,text,timestamptz)', 'list_jobs(integer)', 'retry_job(bigint)'] loop
    execute format('alter function app.%s owner to fotfeste_worker', f);
    execute format('revoke all on function app.%s from public', f);
  end loop;
end $$;
revoke create on schema app from fotfeste_worker;
grant execute on function app.add_job(text,json,text,timestamptz) to app_staff, app_participant, app_employer;
grant execute on function app.list_jobs(integer), app.retry_job(bigint) to app_staff;
