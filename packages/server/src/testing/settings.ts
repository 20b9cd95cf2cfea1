import type { Settings } from '../start/settings.ts';

export function testSettings(dataFolder: string): Settings {
  return {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    dataFolder,
    databaseUrl: null,
    mode: 'demonstration',
    signOn: null,
    logLevel: process.env['LOG_LEVEL'] ?? 'error',
    smtpUrl: null,
    mailFrom: '',
    smsUrl: null,
    smsKey: null,
  };
}
