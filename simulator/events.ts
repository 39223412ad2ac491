/** Who an event is about, in Zalo's names. */
export type About = { appId: string; oaId: string; userId: string; userIdByApp: string; at: number }
export type Event = Record<string, unknown> & { timestamp: string }

/** Zalo's events with their fields in Zalo's own order: the signature is over the bytes. */
export function personSaid({ appId, oaId, userId, userIdByApp, at }: About, name: string, message: object): Event {
  return {
    app_id: appId,
    sender: { id: userId },
    user_id_by_app: userIdByApp,
    recipient: { id: oaId },
    event_name: name,
    message,
    timestamp: String(at),
  }
}

export function personReacted({ appId, oaId, userId, userIdByApp, at }: About, message: object): Event {
  return {
    app_id: appId,
    sender: { id: userId },
    recipient: { id: oaId },
    user_id_by_app: userIdByApp,
    event_name: 'user_reacted_message',
    message,
    timestamp: String(at),
  }
}

export function personSubmitted({ appId, oaId, userId, at }: About, info: object): Event {
  return {
    sender: { id: userId },
    recipient: { id: oaId },
    event_name: 'user_submit_info',
    app_id: appId,
    timestamp: String(at),
    info,
  }
}

export function personOpenedChat({ appId, oaId, userId, userIdByApp, at }: About): Event {
  return {
    oa_id: oaId,
    user_id: userId,
    user_id_by_app: userIdByApp,
    event_name: 'user_click_chatnow',
    app_id: appId,
    timestamp: String(at),
  }
}

export function followChanged(
  { appId, oaId, userId, userIdByApp, at }: About,
  name: 'follow' | 'unfollow',
  source: string,
): Event {
  return {
    oa_id: oaId,
    follower: { id: userId },
    user_id_by_app: userIdByApp,
    event_name: name,
    source,
    app_id: appId,
    timestamp: String(at),
  }
}

export function personWithdrew({ appId, oaId, userId, userIdByApp, at }: About): Event {
  return {
    event_name: 'user_withdraw',
    app_id: appId,
    oa_id: oaId,
    user_id: userId,
    user_id_by_app: userIdByApp,
    timestamp: String(at),
  }
}

/** The account's own words coming back; `adminId` where a person typed them in Zalo's console. */
export function oaSaid(
  { appId, oaId, userId, userIdByApp, at }: About,
  name: string,
  { message, adminId }: { message: object; adminId?: string },
): Event {
  return {
    app_id: appId,
    sender: adminId === undefined ? { id: oaId } : { id: oaId, admin_id: adminId },
    recipient: { id: userId },
    event_name: name,
    message,
    user_id_by_app: userIdByApp,
    timestamp: String(at),
  }
}

export function received({ appId, oaId, userId, at }: About, messageId: string): Event {
  return {
    app_id: appId,
    sender: { id: oaId },
    recipient: { id: userId },
    event_name: 'user_received_message',
    message: { msg_id: messageId },
    timestamp: String(at),
  }
}

export function seen({ appId, oaId, userId, at }: About, messageId: string): Event {
  return {
    app_id: appId,
    sender: { id: userId },
    recipient: { id: oaId },
    event_name: 'user_seen_message',
    message: { msg_ids: [messageId] },
    timestamp: String(at),
  }
}

/** What Zalo's console sends when the address is checked: signed, and about nobody of ours. */
export function consoleCheck({ appId, at }: Pick<About, 'appId' | 'at'>): Event {
  const strangers = {
    appId,
    oaId: '579745863508352884',
    userId: '2512523625412515',
    userIdByApp: '2512523625412515',
    at,
  }
  const message = { text: 'This is testing message', msg_id: 'This is message id' }
  return personSaid(strangers, 'user_send_text', message)
}

export function anonymousSaid(
  { appId, oaId, at }: Pick<About, 'appId' | 'oaId' | 'at'>,
  { anonymousId, ...message }: { anonymousId: string; text: string; msg_id: string; conversation_id: string },
): Event {
  return {
    app_id: appId,
    sender: { id: anonymousId },
    recipient: { id: oaId },
    event_name: 'anonymous_send_text',
    message,
    timestamp: String(at),
  }
}
