import { startServices } from '../../scripts/services/index.ts'

// A command that starts services on the data folder it is given, says so, and stops them on Ctrl-C.

const say = (line: string) => console.error(line)
const services = await startServices({ dataDir: process.argv[2] ?? '', env: process.env, say })
const stayAlive = setInterval(() => undefined, 60_000)
process.on('SIGINT', () => {
  clearInterval(stayAlive)
  void services.stop()
})
console.log(JSON.stringify({ mongodbUri: services.mongodbUri, redisUrl: services.redisUrl }))
