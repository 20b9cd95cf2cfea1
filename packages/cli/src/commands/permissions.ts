import { permissionMatrix, ROUTES } from '@zhiping/server';

/** `zhiping permissions`: prints the permission matrix as Markdown. */
export async function permissionsCommand(): Promise<number> {
  process.stdout.write(permissionMatrix(ROUTES));
  return 0;
}
