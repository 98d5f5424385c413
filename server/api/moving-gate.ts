import { errorCodeOf } from '../store/error-code.ts'
import { syncError } from './api-error.ts'

/** SQLSTATE with which the database refuses to write for a center that moves (migration 0050). */
const movingState = 'YC503'

/** SYN-52: a center that moves is a refusal the device understands: it comes back. Nothing of the request was done. */
export const refuseWhileMoving = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw errorCodeOf(error) === movingState ? syncError('moving') : error
  }
}

/** Seconds after which a device asks again; moving a center takes about as many as it has ten thousands of operations. */
export const movingRetryAfter = '5'
