/** The title of how far an issue is granted, by the name of the issue. */
export const grantedTitle = (label: string): string => `Granted: ${label}`;
