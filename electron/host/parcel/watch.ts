/** How far it is; told after every piece. Throws `ParcelCancelled` when somebody called it off. */
export interface ParcelWatch {
  readonly step: (done: number, total: number) => Promise<void>
}

export class ParcelCancelled extends Error {
  constructor() {
    super('called off')
    this.name = 'ParcelCancelled'
  }
}
