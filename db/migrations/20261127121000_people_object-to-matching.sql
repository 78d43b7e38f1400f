-- She objects to being matched (GDPR article 21): the day, her words, and who noted it. Taken back, the day goes and the words say why.
alter table person
  add column matching_objection_on date,
  add column matching_objection_words text,
  add column matching_objection_by uuid,
  add constraint person_matching_objection_by foreign key (municipality_id, matching_objection_by) references account (municipality_id, id),
  add constraint person_matching_objection_whole check (matching_objection_on is null or (matching_objection_words is not null and matching_objection_by is not null)),
  add constraint person_matching_objection_words check (matching_objection_words <> '');
comment on column person.matching_objection_on is 'Since when she objects to being matched (GDPR article 21); null when she does not. Who objects is no candidate anywhere.';
comment on column person.matching_objection_words is 'What was said when she objected, or took it back.';
comment on column person.matching_objection_by is 'Who noted what she said last.';
