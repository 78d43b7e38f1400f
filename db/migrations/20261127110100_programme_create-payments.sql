-- What money somebody can expect, from whom and when: behind the ground `economy`, and open to herself. The introduction benefit is not
-- here: its months are computed by the slice that pays it. And her own decisions and complaints, to be read on her own pages.
create table expected_payment (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  kind text not null,
  payer text not null,
  payer_name text,
  amount_ore integer,
  is_monthly boolean not null default false,
  first_on date not null,
  last_on date,
  start_up_month integer,
  added_by uuid not null default app.actor(),
  added_at timestamptz not null,
  stopped_on date,
  stopped_by uuid,
  constraint expected_payment_pkey primary key (municipality_id, id),
  constraint expected_payment_added_by foreign key (municipality_id, added_by) references account (municipality_id, id),
  constraint expected_payment_stopped_by foreign key (municipality_id, stopped_by) references account (municipality_id, id),
  constraint expected_payment_kind check (kind in ('start_sum', 'start_up_support', 'municipal_support', 'social_assistance', 'child_benefit', 'cash_for_care', 'housing_support', 'parental_benefit', 'other_nav', 'wages', 'other')),
  constraint expected_payment_payer check (payer in ('municipality', 'nav', 'husbanken', 'employer', 'other')),
  constraint expected_payment_amount check (amount_ore between 1 and 100000000),
  constraint expected_payment_period check (is_monthly or last_on is null),
  constraint expected_payment_order check (last_on is null or last_on >= first_on),
  constraint expected_payment_start_up check ((kind = 'start_up_support') = (start_up_month is not null) and start_up_month between 1 and 3 and not (start_up_month is not null and is_monthly)),
  constraint expected_payment_stop check ((stopped_on is null) = (stopped_by is null)));
call app.fence_about_person('expected_payment');
create policy ground on expected_payment as restrictive to app_staff using ((select app.has_ground('economy')));
create policy not_by_link on expected_payment as restrictive to app_participant using ((select app.agreement()) is null and (select app.plan()) is null);
revoke delete on expected_payment from app_staff;
comment on table expected_payment is 'Money somebody can expect: one day, or every month from a day on. What it is for is one of a closed list without diagnosis. Whether it is expected, paid or stopped is derived.';
comment on column expected_payment.first_on is 'The day, or the first of the monthly ones; on a day off it is paid the last working day before.';
comment on column expected_payment.stopped_on is 'Not expected on this day or later.';
comment on column expected_payment.amount_ore is 'Null is not known yet, never nothing.';

create table payment_receipt (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  payment_id uuid not null,
  due_on date not null,
  paid_on date not null,
  amount_ore integer,
  noted_by uuid not null default app.actor(),
  noted_at timestamptz not null,
  constraint payment_receipt_pkey primary key (municipality_id, id),
  constraint payment_receipt_once unique (municipality_id, payment_id, due_on),
  constraint payment_receipt_payment foreign key (municipality_id, payment_id) references expected_payment (municipality_id, id),
  constraint payment_receipt_noted_by foreign key (municipality_id, noted_by) references account (municipality_id, id),
  constraint payment_receipt_amount check (amount_ore between 1 and 100000000));
call app.fence_about_person('payment_receipt');
create policy ground on payment_receipt as restrictive to app_staff using ((select app.has_ground('economy')));
create policy not_by_link on payment_receipt as restrictive to app_participant using ((select app.agreement()) is null and (select app.plan()) is null);
revoke update on payment_receipt from app_staff;
comment on table payment_receipt is 'That one expected payment came, on which day, and who noted it. Withdrawn by deleting it, which the access log still knows.';

-- Her own decisions, as they stand on the paper she was given, and how far a complaint has come; not what colleagues wrote about the complaint.
create policy own on programme_decision for select to app_participant using (person_id = (select app.person()));
create policy not_by_link on programme_decision as restrictive to app_participant using ((select app.agreement()) is null and (select app.plan()) is null);
grant select on programme_decision to app_participant;
create policy own on programme_complaint for select to app_participant using (person_id = (select app.person()));
create policy not_by_link on programme_complaint as restrictive to app_participant using ((select app.agreement()) is null and (select app.plan()) is null);
grant select (municipality_id, id, person_id, decision_id, received_on, outcome, outcome_on, new_decision_id, higher_outcome, higher_on) on programme_complaint to app_participant;
create policy decider on account for select to app_participant using (exists (select from programme_decision d
  where d.municipality_id = account.municipality_id and d.person_id = (select app.person()) and d.decided_by = account.id));
