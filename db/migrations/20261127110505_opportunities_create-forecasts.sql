-- What the municipality itself expects to need of people, by occupation: from its own count or somebody else's, with the source.
create table need_forecast (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  version integer not null default 1,
  occupation_code text not null,
  level text not null,
  people integer,
  horizon_year integer not null,
  source text not null,
  source_year integer not null,
  note text,
  entered_by uuid not null default app.actor(),
  entered_on date not null,
  constraint need_forecast_pkey primary key (municipality_id, id),
  constraint need_forecast_once unique (municipality_id, occupation_code, horizon_year, source, source_year),
  constraint need_forecast_code check (occupation_code ~ '^[0-9]{2,4}$'),
  constraint need_forecast_level check (level in ('much', 'some', 'little')),
  constraint need_forecast_people check (people >= 0),
  constraint need_forecast_years check (source_year between 2000 and 2100 and horizon_year between source_year and 2100),
  constraint need_forecast_entered_by foreign key (municipality_id, entered_by) references account (municipality_id, id));
call app.fence('need_forecast');
create policy staff on need_forecast to app_staff using (true);
grant select, insert, update, delete on need_forecast to app_staff;
comment on table need_forecast is 'The need for people in an occupation as the municipality or a source of its choice expects it (KAR-02). Shown with its source and year; an occupation that is not here is unknown, never zero.';
comment on column need_forecast.occupation_code is 'STYRK-08: four digits, or two or three for a whole group.';
