import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { people: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/people', permission: 'people.read', title: 'list.title', component: lazyPage(() => import('./PeoplePage.tsx'), 'PeoplePage'), nav: { section: 'work', order: 20, icon: 'people', label: 'people.nav' } },
  { path: '/people/new', permission: 'people.write', title: 'new.title', component: lazyPage(() => import('./NewPersonPage.tsx'), 'NewPersonPage') },
  { path: '/people/duplicates', permission: 'people.write', title: 'duplicates.title', component: lazyPage(() => import('./DuplicatesPage.tsx'), 'DuplicatesPage') },
  { path: '/people/duplicates/$keepId/$goneId', permission: 'people.write', title: 'merge.title', component: lazyPage(() => import('./MergePage.tsx'), 'MergePage') },
  { path: '/people/$id', permission: 'people.read', title: 'person.title', component: lazyPage(() => import('./PersonPage.tsx'), 'PersonPage') },
  { path: '/people/$id/print', permission: 'people.read', title: 'person.print', component: lazyPage(() => import('./PersonPrintPage.tsx'), 'PersonPrintPage') },
  { path: '/import', title: 'import.title', component: lazyPage(() => import('./ImportPage.tsx'), 'ImportPage'), nav: { section: 'tools', order: 10, icon: 'import', label: 'import.nav' } },
]
