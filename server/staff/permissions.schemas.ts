/** What staff may do, each thing by name. Roles are lists of these; a role is held for a unit and all below it. */
export const PERMISSIONS = [
  'content.read',
  'content.write',
  'content.review',
  'content.publish',
  'comments.triage',
  'feedback.read',
  'feedback.triage',
  'feedback.handle',
  'feedback.note',
  'feedback.approve',
  'feedback.contact',
  'feedback.moderate',
  'feedback.settings',
  'quizzes.read',
  'quizzes.write',
  'quizzes.publish',
  'contests.read',
  'contests.manage',
  'contests.review',
  'contests.officiate',
  'contests.members',
  'figures.read',
  'links.manage',
  'units.manage',
  'staff.manage',
  'tokens.manage',
  'audit.read',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = [
  'admin',
  'editor',
  'reviewer',
  'publisher',
  'feedback_officer',
  'quiz_manager',
  'unit_head',
  'viewer',
] as const
export type Role = (typeof ROLES)[number]
