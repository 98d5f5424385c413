/** The one source of chance of a run: the same seed draws the same things. */
export interface Random {
    /** In [0, 1). */
    readonly next: () => number;
    /** A whole number from 0 up to `below`. */
    readonly int: (below: number) => number;
    readonly chance: (share: number) => boolean;
    /** One of `choices`; null when there is none. */
    readonly pick: <T>(choices: readonly T[]) => T | null;
    /** UUIDv7 in form. */
    readonly uuid: (at: number) => string;
    /** Another source that draws on its own, so that one part may draw more without changing another. */
    readonly fork: () => Random;
}
/** sfc32 (PractRand): 32 bits a draw, and no platform in it. */
export declare const createRandom: (seed: number) => Random;
