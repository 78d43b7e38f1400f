-- Beside its value a plan tells who has fewer meetings than was promised, and why; and how much waiting and walking there is.
alter table meeting_day add column plan_lacks jsonb;
alter table meeting_day add column plan_idle integer;
alter table meeting_day add column plan_walk integer;
comment on column meeting_day.plan_lacks is 'Who lacks how many meetings of her minimum, and why, as the planner said.';
