-- A plan may be made for whoever gets least: as many placed as can be, then the lowest score as high as can be, the next lowest, and so on.
alter table cohort_plan drop constraint cohort_plan_goal;
alter table cohort_plan add constraint cohort_plan_goal check (goal in ('most_placed', 'worst_off_first', 'best_sum', 'stable'));
comment on column cohort_plan.bound is 'What no distribution can be above, in the numbers that were solved with; equal to what was reached, or the plan is not kept. Of a plan for the worst off: how many can be placed. Null for a stable plan, which is proved by blocking_pairs = 0.';
