/** A report's time either runs against the unit that holds it, or stands still while the sender is asked. */
export const CLOCK_KINDS = ['running', 'paused'] as const
