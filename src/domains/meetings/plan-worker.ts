import { parentPort, workerData } from 'node:worker_threads'
import { planMeetings } from '#matching/meetings/plan.ts'

// in a thread of its own, so that the server answers others meanwhile
parentPort?.postMessage(planMeetings(workerData.event, workerData.seed))
