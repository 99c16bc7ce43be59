/** Folder of the project. */
export const root: string;
/** Whether `dist` is complete and newer than the sources. */
export function distIsFresh(): boolean;
