import type { Random } from '../simulator/random.ts';
/** What can happen to the files of a desk that does not run; one of two records at a time, as disks do. */
export declare const damages: {
    readonly 'byte flipped in the database': (dir: string, random: Random) => boolean;
    readonly 'byte flipped in the write-ahead log': (dir: string, random: Random) => boolean;
    readonly 'write-ahead log cut short': (dir: string, random: Random) => boolean;
    readonly 'write-ahead log gone': (dir: string) => boolean;
    readonly 'database gone': (dir: string) => boolean;
    readonly 'old database put back': (dir: string) => boolean;
    readonly 'byte flipped in the journal': (dir: string, random: Random) => boolean;
    readonly 'journal cut short': (dir: string, random: Random) => boolean;
};
export type Damage = keyof typeof damages;
export declare const damageNames: ("byte flipped in the database" | "byte flipped in the journal" | "byte flipped in the write-ahead log" | "database gone" | "journal cut short" | "old database put back" | "write-ahead log cut short" | "write-ahead log gone")[];
/** A copy of the database alone, to be put back later. */
export declare const keepDatabase: (dir: string) => void;
