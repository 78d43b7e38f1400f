-- What the score was when somebody was proposed, so that it can be asked afterwards whether scores predict. Null for what is older.
alter table presentation add column score integer, add column score_verdict text, add column score_weights integer,
  add constraint presentation_score_verdict check (score_verdict in ('fits', 'nearly', 'not')),
  add constraint presentation_score_whole check ((score is null) = (score_verdict is null));
comment on column presentation.score is 'The score at the moment of the proposal: for the report on whether scores predict, shown beside no person. Set once, never shown to her or an employer.';
comment on column presentation.score_weights is 'The version of the municipality''s weights the score was made with; null before weights had versions.';
