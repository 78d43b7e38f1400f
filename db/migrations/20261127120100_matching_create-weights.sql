-- What counts how much when a person and a place are compared: the municipality's, version by version.
create table match_weights (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  number integer not null,
  weights jsonb not null,
  reason text not null,
  goes_back_to integer,
  made_by uuid not null default app.actor(),
  made_at timestamptz not null,
  constraint match_weights_pkey primary key (municipality_id, id),
  constraint match_weights_number_once unique (municipality_id, number),
  constraint match_weights_number check (number >= 1 and (goes_back_to is null or (goes_back_to >= 0 and goes_back_to < number))),
  constraint match_weights_reason check (char_length(reason) between 1 and 2000),
  constraint match_weights_shape check (jsonb_typeof(weights -> 'points') = 'object' and jsonb_typeof(weights -> 'shares') = 'object'),
  constraint match_weights_made_by foreign key (municipality_id, made_by) references account (municipality_id, id));
call app.fence('match_weights');
create policy staff on match_weights to app_staff using (true);
grant select, insert on match_weights to app_staff;
comment on table match_weights is 'The weights of the criteria. A new version is a new row; none is ever changed or taken away. Without a row the weights of the code count.';
comment on column match_weights.goes_back_to is 'The number of the older version this one repeats; 0 is the weights of the code.';
