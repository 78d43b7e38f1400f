import { expect, test } from 'vitest'
import { namesUnlawfulGround } from './unlawful-grounds.ts'

test.each(['Kvinne', 'en mann', 'gender', 'alder', 'birth_date', 'country', 'Etnisk norsk', 'muslim', 'Kristen tro', 'helse', 'ikke gravid', 'under 40 år', 'minst 25 år', 'norsk som morsmål', 'native speaker', 'first_language', 'barn', 'berre menn', 'arrival_category', 'permit'])(
  '%s is a ground nobody may be chosen by', (name) => { expect(namesUnlawfulGround(name)).toBe(true) })

test.each(['Helsefagarbeider', 'Helse, miljø og sikkerhet', 'Arbeid med barn', 'Barne- og ungdomsarbeider', 'Eldreomsorg', 'Mannskapsbil', 'Kundeservice', 'Norsk fagbrev', 'C1E', 'Truck', 'Sy gardiner', 'norwegian', 'hours', 'experience', 'Landbruk'])(
  '%s is work, not a ground', (name) => { expect(namesUnlawfulGround(name)).toBe(false) })
