export const short = <T extends { id: number }>(item: T): string => `#${item.id}`;
