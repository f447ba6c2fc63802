/** The database's name. */
export const databaseName = "zhanjuan";

/** Whether annotations may be kept on this device, for where nothing else tells; makes no database. */
export async function hasDatabase(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === databaseName);
  } catch {
    // Refused, or a browser that can't say (Firefox before 126).
    return false;
  }
}
