/** For `expect.poll`: how long a loaded machine may take. What is awaited is a fact; nothing is asserted of the time. */
export const patience = { timeout: 30_000 }
