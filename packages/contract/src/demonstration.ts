import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const login = z.object({ username: z.string(), password: z.string(), name: z.string(), role: z.string() });

/** The logins of the demonstration, for its login page. Not there in production. */
export const listDemonstrationLogins = endpoint({
  method: 'GET',
  url: '/api/demonstration/logins',
  action: 'demonstration.read',
  summary: '演示模式的登录账户',
  answer: z.object({
    /** By province, in the order in which they are shown. */
    provinces: z.array(
      z.object({
        name: z.string(),
        logins: z.array(login),
        /** Its 专家库: which of them act is decided by the draw. */
        experts: z.array(login),
      }),
    ),
  }),
});
