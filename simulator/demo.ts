import { startSimulator } from './start.ts'

const USUAL_PORT = 3002
const DEMO_APP = { id: '1000', secret: 'demo' }

/** For `npm start` where nothing says that Zalo itself is there: the service is told the simulator's address. */
export async function startForDemo(env: Record<string, string | undefined>, say: (line: string) => void) {
  const { ZALO_MODE = '', NODE_ENV, ZALO_GRAPH_URL = '', SIMULATOR_PORT = '' } = env
  if (!['', 'simulator'].includes(ZALO_MODE) || NODE_ENV === 'production' || ZALO_GRAPH_URL !== '') return
  const apps = [{ id: env.ZALO_APP_ID || DEMO_APP.id, secret: env.ZALO_APP_SECRET || DEMO_APP.secret }]
  // A port that is no number, or is taken, stops nothing: the service is told whichever address there is.
  const port = /^\d{1,5}$/.test(SIMULATOR_PORT) ? Number(SIMULATOR_PORT) : USUAL_PORT
  const simulator = await startSimulator({ port, apps }).catch(() => startSimulator({ port: 0, apps }))
  env.ZALO_GRAPH_URL = simulator.url
  say(`Zalo is simulated at ${simulator.url}/__sim`)
}
