/** The name of the database with the annotations. */
export const databaseName = "zhanjuan";

/** Whether the database exists, and so may hold annotations; does not create it. */
export async function hasDatabase(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === databaseName);
  } catch {
    // Blocked, or Firefox before 126, which can't list databases.
    return false;
  }
}
