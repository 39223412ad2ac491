import { PERMISSIONS, type Permission, type Role } from './permissions.schemas.ts'

export { type Permission, ROLES, type Role } from './permissions.schemas.ts'

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  admin: PERMISSIONS,
  editor: ['content.read', 'content.write', 'campaigns.read', 'campaigns.write', 'figures.read'],
  reviewer: ['content.read', 'content.review', 'campaigns.read', 'figures.read'],
  publisher: [
    'content.read',
    'content.review',
    'content.publish',
    'quizzes.read',
    'quizzes.publish',
    'contests.read',
    'contests.review',
    'contests.officiate',
    'campaigns.read',
    'campaigns.approve',
    'figures.read',
  ],
  feedback_officer: [
    'content.read',
    'comments.triage',
    'figures.read',
    'feedback.read',
    'feedback.triage',
    'feedback.handle',
    'feedback.note',
    'feedback.contact',
    'feedback.moderate',
    'chat.read',
    'chat.answer',
  ],
  quiz_manager: [
    'content.read',
    'quizzes.read',
    'quizzes.write',
    'quizzes.publish',
    'contests.read',
    'contests.manage',
    'contests.review',
    'contests.members',
    'figures.read',
  ],
  unit_head: [
    'content.read',
    'figures.read',
    'links.manage',
    'feedback.read',
    'feedback.triage',
    'feedback.note',
    'feedback.approve',
    'contests.read',
    'contests.members',
  ],
  viewer: ['content.read', 'figures.read'],
}

/** Held by a session that has proved a second factor: what changes the public page, or shows who somebody is. */
export const NEEDS_SECOND_FACTOR: ReadonlySet<Permission> = new Set([
  'content.publish',
  'feedback.contact',
  'feedback.settings',
  'chat.configure',
  'contests.officiate',
  'contests.members',
  'campaigns.approve',
  'staff.manage',
  'units.manage',
  'tokens.manage',
  'audit.read',
])
