/** A LIKE pattern for texts that contain `part` literally: its own pattern characters mean themselves. */
export const containing = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
