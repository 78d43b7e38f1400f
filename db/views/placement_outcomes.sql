-- Placements ended per municipality, year, kind and outcome; counts from 1 to 4 are not shown.
create view stats.placement_outcomes as
  select municipality_id, extract(year from to_date)::int as year, kind, coalesce(outcome, 'not_coded') as outcome,
    case when count(*) < 5 then null else count(*)::int end as placements
  from agreement where cancelled_at is null and to_date is not null
  group by municipality_id, extract(year from to_date), kind, coalesce(outcome, 'not_coded');
grant select on stats.placement_outcomes to app_stats;
comment on view stats.placement_outcomes is 'Small numbers (1-4) are null: protected, not zero.';
