-- How long it takes to get from one postcode to another: from a table that is brought in, else by a straight line between known coordinates.
create table travel_time (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  from_postcode text not null,
  to_postcode text not null,
  way text not null,
  minutes integer not null,
  source text not null,
  measured_on date not null,
  constraint travel_time_pkey primary key (municipality_id, id),
  constraint travel_time_once unique (municipality_id, to_postcode, from_postcode, way),
  constraint travel_time_postcodes check (from_postcode ~ '^[0-9]{4}$' and to_postcode ~ '^[0-9]{4}$'),
  constraint travel_time_way check (way in ('walk', 'bicycle', 'public', 'car')),
  constraint travel_time_minutes check (minutes between 0 and 600));
call app.fence('travel_time');
create policy staff on travel_time to app_staff using (true);
grant select, insert, update, delete on travel_time to app_staff;
comment on table travel_time is 'Minutes from postcode to postcode by one way of getting there, with the source and its day. No personal data.';

create table postcode_spot (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  postcode text not null,
  place text,
  latitude double precision not null,
  longitude double precision not null,
  source text not null,
  measured_on date not null,
  constraint postcode_spot_pkey primary key (municipality_id, id),
  constraint postcode_spot_once unique (municipality_id, postcode),
  constraint postcode_spot_format check (postcode ~ '^[0-9]{4}$'),
  constraint postcode_spot_in_norway check (latitude between 57 and 81 and longitude between 4 and 32));
call app.fence('postcode_spot');
create policy staff on postcode_spot to app_staff using (true);
grant select, insert, update, delete on postcode_spot to app_staff;
comment on table postcode_spot is 'Where a postcode lies (WGS 84), for a straight line where the table of travel times says nothing.';

create table travel_setting (
  municipality_id uuid not null default app.municipality(),
  id uuid not null default uuidv7(),
  version integer not null default 1,
  factor numeric(4,2) not null,
  walk_speed integer not null,
  bicycle_speed integer not null,
  public_speed integer not null,
  car_speed integer not null,
  least_minutes integer not null,
  source text not null,
  changed_by uuid not null default app.actor(),
  changed_at timestamptz not null,
  constraint travel_setting_pkey primary key (municipality_id, id),
  constraint travel_setting_one unique (municipality_id),
  constraint travel_setting_factor check (factor between 1 and 5),
  constraint travel_setting_speeds check (walk_speed between 1 and 15 and bicycle_speed between 1 and 50 and public_speed between 1 and 120 and car_speed between 1 and 120),
  constraint travel_setting_least check (least_minutes between 0 and 60),
  constraint travel_setting_changed_by foreign key (municipality_id, changed_by) references account (municipality_id, id));
call app.fence('travel_setting');
create policy staff on travel_setting to app_staff using (true);
grant select, insert, update on travel_setting to app_staff;
comment on table travel_setting is 'How a straight line becomes minutes: how much longer the road is, speeds in km an hour, and from where the municipality has it.';

-- How many each supervisor and each employer has now: counted past the fence, as the seats are, so that the answer is the same whoever asks.
grant select (municipality_id, employer_id, supervisor_contact_id) on agreement to app_search;
create function app.supervised_now(today date) returns table (employer_id uuid, supervisor_contact_id uuid, taken integer)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select g.employer_id, g.supervisor_contact_id, count(*)::int from agreement g
  where g.municipality_id = app.municipality() and g.submitted_at is not null
    and g.cancelled_at is null and g.ended_on is null and (g.to_date is null or g.to_date >= today)
  group by g.employer_id, g.supervisor_contact_id $$;
alter function app.supervised_now(date) owner to app_search;
revoke all on function app.supervised_now(date) from public;
grant execute on function app.supervised_now(date) to app_staff;
