import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'
import type sms from '../messages/sms.nb.json'

type AttendanceMessages = typeof nb & typeof sms
declare module '#web/catalogues.ts' { interface Messages { attendance: AttendanceMessages } }

export const routes: SliceRoute[] = [
  { path: '/attendance', permission: 'programme.absence', title: 'desk.title', component: lazyPage(() => import('./DeskPage.tsx'), 'DeskPage'), nav: { section: 'programme', order: 64, icon: 'clock', label: 'programme.nav.absence' } },
  { path: '/attendance/settings', permission: 'rules.manage', title: 'settings.title', component: lazyPage(() => import('./SettingsPage.tsx'), 'SettingsPage'), nav: { section: 'admin', order: 50, icon: 'clock', label: 'programme.nav.attendanceSettings' } },
  { path: '/attendance/class/$id', permission: 'programme.teach', title: 'class.title', component: lazyPage(() => import('./ClassDayPage.tsx'), 'ClassDayPage') },
]
