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

-- Money back to the participant: what somebody has found that the municipality owes her and no rule computes. It is a line of the next run,
-- approved as all the others, by somebody else than who wrote it down; what has been paid stays.
create table benefit_refund (
  municipality_id uuid not null default app.municipality(),
  id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  for_month date not null,
  amount_ore integer not null,
  why text not null,
  reference text,
  recorded_by uuid not null default app.actor(),
  recorded_at timestamptz not null,
  constraint benefit_refund_pkey primary key (municipality_id, id),
  constraint benefit_refund_recorded_by foreign key (municipality_id, recorded_by) references account (municipality_id, id),
  constraint benefit_refund_month check (extract(day from for_month) = 1),
  constraint benefit_refund_amount check (amount_ore between 1 and 100000000));
call app.fence_about_person('benefit_refund');
create policy ground on benefit_refund as restrictive to app_staff using ((select app.has_ground('economy')));
drop policy own on benefit_refund;
revoke select on benefit_refund from app_participant;
comment on table benefit_refund is 'Money back to the participant for a month, by whose word and why. Paid as a line of its own; deleted only while it is not paid.';

alter table benefit_line drop constraint benefit_line_kind, drop constraint benefit_line_sign;
alter table benefit_line add constraint benefit_line_kind check (kind in ('base', 'unauthorised_absence', 'income', 'paid_work', 'set_off', 'correction', 'refund')),
  add constraint benefit_line_sign check (case when kind in ('base', 'correction', 'refund') then amount_ore >= 0 else amount_ore < 0 end);

-- What has been paid back of a month covers what was written down for it: no less may then stand there.
create function app.keep_paid_refund() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' and current_user = 'app_merge' and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' then return new; end if;
  if (select coalesce(sum(l.amount_ore), 0) from benefit_line l where l.municipality_id = app.municipality() and l.person_id = old.person_id and l.kind = 'refund' and l.for_month = old.for_month
      and not exists (select from benefit_run r where r.municipality_id = l.municipality_id and r.id = l.run_id and r.approved_at is null))
    > (select coalesce(sum(o.amount_ore), 0) from benefit_refund o where o.municipality_id = app.municipality() and o.person_id = old.person_id and o.for_month = old.for_month and o.id <> old.id) then
    raise exception using errcode = 'check_violation', constraint = 'benefit_paid_stays', message = 'what was paid back is not taken away again'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep before update or delete on benefit_refund for each row execute function app.keep_paid_refund();

create or replace function app.keep_benefit_run() returns trigger language plpgsql as $$ begin
  if tg_op = 'DELETE' or old.approved_at is not null then
    raise exception using errcode = 'check_violation', constraint = 'benefit_paid_stays', message = 'what was approved is corrected by a new line, never changed'; end if;
  if new.approved_at is not null and exists (select from benefit_issue i where i.municipality_id = new.municipality_id and i.run_id = new.id and i.decision is null) then
    raise exception using errcode = 'check_violation', constraint = 'benefit_run_settled', message = 'there are exceptions nobody has decided'; end if;
  if new.approved_at is not null and (exists (select from benefit_issue i where i.municipality_id = new.municipality_id and i.run_id = new.id and i.decided_by = new.approved_by)
    or exists (select from benefit_line l join benefit_refund o on o.municipality_id = l.municipality_id and o.person_id = l.person_id and o.for_month = l.for_month
      where l.municipality_id = new.municipality_id and l.run_id = new.id and l.kind = 'refund' and o.recorded_by = new.approved_by)) then
    raise exception using errcode = 'check_violation', constraint = 'benefit_run_four_eyes', message = 'who decided an exception or wrote down a refund does not approve the run'; end if;
  return new;
end $$;
