-- Places that neighbours share may be in a plan (decision note 030). Nobody is released to one: she is put forward there with her yes.
alter table cohort_plan add column with_neighbours boolean not null default false;
comment on column cohort_plan.with_neighbours is 'Whether places that neighbours share were solved over too. Older plans had none.';
alter table cohort_place add column shared_by text;
comment on column cohort_place.shared_by is 'The municipality that shares the place; null for a place of our own.';
