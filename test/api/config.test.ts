import { describe, expect, test } from 'vitest'
import { ConfigProblems, readConfig } from '../../server/config.ts'

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
}

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://cchc.example.vn',
  ZALO_MODE: 'live',
  ZALO_APP_ID: '123',
  ZALO_MINI_APP_ID: '456',
  ZALO_APP_SECRET: 'a-secret-of-the-office',
  STAFF_SECRET: 'another secret of the office, longer',
  ZALO_OA_ID: '789',
  ZALO_OA_SECRET_KEY: 'the secret of the webhook page',
  ZALO_MINI_APP_API_KEY: 'a key from the console',
  CITIZEN_DATA_KEY: 'the newest key of the office, longer | a key before it that opens what is old',
}

describe('settings', () => {
  test('nothing set runs a demonstration on port 3000 with its data in ./data', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      production: false,
      zaloMode: 'simulator',
      externalLinks: 'browser',
      dataDir: expect.stringMatching(/\/data$/),
      databaseFile: expect.stringMatching(/\/data\/cchc\.db$/),
    })
  })

  test('every wrong value is named at once, without the value', () => {
    const problems = problemsOf({
      PORT: 'eighty',
      ZALO_MODE: 'real',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'http://user:s3cret@db',
    })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'ZALO_MODE', 'LOG_LEVEL'])
    expect(problems.join()).not.toMatch(/s3cret|eighty/)
  })

  test('production is accepted when everything it needs is set', () => {
    expect(problemsOf(production)).toEqual([])
  })

  test.each([
    ['the simulator', { ZALO_MODE: 'simulator' }, /^ZALO_MODE/],
    ['the demonstration secret', { ZALO_APP_SECRET: 'demo' }, /^ZALO_APP_SECRET/],
    ['a short secret', { ZALO_APP_SECRET: 'short' }, /^ZALO_APP_SECRET/],
    ['no secret of the staff’s', { STAFF_SECRET: '' }, /^STAFF_SECRET/],
    ['a short secret of the staff’s', { STAFF_SECRET: 'thirty-one characters are short' }, /^STAFF_SECRET/],
    ['no public address', { PUBLIC_URL: '' }, /^PUBLIC_URL/],
    ['an address without TLS', { PUBLIC_URL: 'http://cchc.example.vn' }, /^PUBLIC_URL/],
    ['no key for what citizens tell', { CITIZEN_DATA_KEY: '' }, /^CITIZEN_DATA_KEY/],
    ['a short older key', { CITIZEN_DATA_KEY: `${'k'.repeat(32)}|short` }, /^CITIZEN_DATA_KEY/],
    ['no way to prove Zalo’s events', { ZALO_MINI_APP_API_KEY: '' }, /^ZALO_MINI_APP_API_KEY/],
    ['no Official Account', { ZALO_OA_ID: '' }, /^ZALO_OA_ID/],
    ['no way to prove what the account hears', { ZALO_OA_SECRET_KEY: '' }, /^ZALO_OA_SECRET_KEY/],
    ['the app’s secret in its place', { ZALO_OA_SECRET_KEY: production.ZALO_APP_SECRET }, /^ZALO_OA_SECRET_KEY/],
    ['a bot without a secret', { ZALO_BOT_TOKEN: '1:a' }, /^ZALO_BOT_SECRET/],
    ['one port for both', { PORT: '3001' }, /^WEBHOOK_PORT/],
    ['tokens sent without TLS', { ZALO_GRAPH_URL: 'http://graph.zalo.me' }, /^ZALO_GRAPH_URL/],
    ['no Mini App', { ZALO_MINI_APP_ID: '' }, /^ZALO_MINI_APP_ID/],
  ])('production refuses %s', (_, change, told) => {
    expect(problemsOf({ ...production, ...change }).some((problem) => told.test(problem))).toBe(true)
  })
})
