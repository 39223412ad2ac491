import { type Browser, chromium } from 'playwright-core'

/** Chromium as the tests and measurements drive it: nothing of its own goes to the network. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** An ordinary phone, held upright. */
export const PHONE = { viewport: { width: 390, height: 844 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' }
export const DESKTOP = { ...PHONE, viewport: { width: 1280, height: 900 } }
