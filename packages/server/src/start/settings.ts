import { REGISTER_IDS, type RegisterId } from '@zhiping/core';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the operator may set, read once from the environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Address people use, without a trailing slash; printed, and written into QR codes. */
  readonly publicUrl: string;
  /** Folder of the data: database, keys, files. */
  readonly dataFolder: string;
  /** A PostgreSQL service instead of the embedded one. */
  readonly databaseUrl: string | null;
  readonly mode: 'demonstration' | 'production';
  readonly logLevel: string;
  /** SMTP server for mail, `smtp://user:password@host:port`; null: messages stay in the site. */
  readonly smtpUrl: string | null;
  /** Sender of mail. */
  readonly mailFrom: string;
  /** Gateway for text messages, see docs/SMS.md; null: none are sent. */
  readonly smsUrl: string | null;
  readonly smsKey: string | null;
  /** Sign-on with an identity provider (OpenID Connect); null: no button. */
  readonly signOn: SignOnSettings | null;
  /** Registers outside that are asked about people, see docs/连接器.md; those not named here are not connected. */
  readonly registers?: Registers;
  /** Whether webhooks may tell systems in closed networks, over plain http too. */
  readonly webhookPrivate?: boolean;
  /** Where fees are paid online, see docs/支付接口.md; without it they are paid by transfer. */
  readonly payment?: PaymentProvider;
  /** A bucket for the files instead of the folder of the data. */
  readonly objectStore?: ObjectStore;
}

export type Registers = Partial<
  Record<RegisterId, { readonly url: string; readonly key: string | null; readonly timeoutMs?: number }>
>;

/** The interface in front of a payment provider. */
export interface PaymentProvider {
  /** Without a slash at its end. */
  readonly url: string;
  readonly merchant: string;
  /** Both sides sign with it. */
  readonly key: string;
}

/** A store that speaks S3. */
export interface ObjectStore {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface SignOnSettings {
  /** Issuer, e.g. `https://id.example.gov.cn`; its `/.well-known/openid-configuration` says the rest. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Name on the button. */
  readonly name: string;
}

/** Root of the repository: the folder of the workspaces. */
export const REPOSITORY = resolve(import.meta.dirname, '../../../..');

export class SettingsError extends Error {}

/** Reads the settings. Throws `SettingsError` with a Chinese sentence where one cannot be used. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingsError(`PORT 应是 0 到 65535 的整数，现在是“${env.PORT}”。`);
  }
  const host = env.HOST ?? '127.0.0.1';
  const mode = env.ZHIPING_MODE ?? 'demonstration';
  if (mode !== 'demonstration' && mode !== 'production') {
    throw new SettingsError(`ZHIPING_MODE 应是 demonstration 或 production，现在是“${mode}”。`);
  }
  const objectStore = readObjectStore(env);
  return {
    host,
    port,
    publicUrl: (env.PUBLIC_URL ?? `http://${host}:${port}`).replace(/\/+$/, ''),
    dataFolder: resolve(env.ZHIPING_DATA ?? defaultDataFolder()),
    databaseUrl: env.DATABASE_URL ?? null,
    mode,
    logLevel: env.LOG_LEVEL ?? 'warn',
    ...messageSettings(env),
    signOn: readSignOn(env, mode),
    registers: readRegisters(env),
    webhookPrivate: env.WEBHOOK_PRIVATE === 'allow',
    ...(objectStore === null ? {} : { objectStore }),
    ...readPayment(env, mode),
  };
}

function readRegisters(env: NodeJS.ProcessEnv): Registers {
  const registers: Registers = {};
  for (const id of REGISTER_IDS) {
    const url = addressOf(env, `REGISTER_${id.toUpperCase()}_URL`, /^https?:$/);
    if (url !== null) registers[id] = { url, key: env[`REGISTER_${id.toUpperCase()}_KEY`] ?? null };
  }
  return registers;
}

const SHORTEST_KEY = 32;

/** All of the three, or none of them. */
function readPayment(env: NodeJS.ProcessEnv, mode: Settings['mode']): Pick<Settings, 'payment'> {
  const url = addressOf(env, 'PAYMENT_URL', mode === 'production' ? /^https:$/ : /^https?:$/);
  const { PAYMENT_MERCHANT: merchant, PAYMENT_KEY: key } = env;
  if (url === null && !merchant && !key) return {};
  if (url === null || !merchant || !key || key.length < SHORTEST_KEY) {
    throw new SettingsError('网上支付须同时设置 PAYMENT_URL、PAYMENT_MERCHANT 和至少 32 个字符的 PAYMENT_KEY。');
  }
  return { payment: { url: url.replace(/\/+$/, ''), merchant, key } };
}

/** All of the five, or none of them. */
function readObjectStore(env: NodeJS.ProcessEnv): ObjectStore | null {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = env;
  if (endpoint === undefined && bucket === undefined) return null;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    throw new SettingsError('对象存储须同时设置 S3_ENDPOINT、S3_BUCKET、S3_ACCESS_KEY_ID 和 S3_SECRET_ACCESS_KEY。');
  }
  return { endpoint, bucket, accessKeyId, secretAccessKey, region: env.S3_REGION ?? 'us-east-1' };
}

function messageSettings(env: NodeJS.ProcessEnv): Pick<Settings, 'smtpUrl' | 'mailFrom' | 'smsUrl' | 'smsKey'> {
  const smtpUrl = addressOf(env, 'SMTP_URL', /^smtps?:$/);
  const smsUrl = addressOf(env, 'SMS_URL', /^https?:$/);
  const mailFrom = env.MAIL_FROM ?? '';
  if (smtpUrl !== null && !/^[^@\s]+@[^@\s]+$/.test(mailFrom)) {
    throw new SettingsError('设置了 SMTP_URL 时，MAIL_FROM 应是发信的邮箱地址。');
  }
  return { smtpUrl, mailFrom, smsUrl, smsKey: env.SMS_KEY ?? null };
}

/** Never says what the value is: it may hold a password. */
function addressOf(env: NodeJS.ProcessEnv, name: string, protocol: RegExp): string | null {
  const value = env[name];
  if (value === undefined || value === '') return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !protocol.test(url.protocol)) {
    throw new SettingsError(`${name} 不是可以使用的地址，请按运行说明填写。`);
  }
  return value;
}

function readSignOn(env: NodeJS.ProcessEnv, mode: Settings['mode']): SignOnSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new SettingsError('统一身份认证须同时设置 OIDC_ISSUER、OIDC_CLIENT_ID、OIDC_CLIENT_SECRET。');
  }
  if (!URL.canParse(issuer) || (mode === 'production' && !issuer.startsWith('https:'))) {
    throw new SettingsError(`OIDC_ISSUER 应是 https 地址，现在是“${issuer}”。`);
  }
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME ?? '统一身份认证' };
}

/** PostgreSQL refuses to run as root, and the user it runs as must reach its data, which a private clone prevents. */
function defaultDataFolder(): string {
  return process.getuid?.() === 0 && existsSync('/var/lib') ? '/var/lib/zhiping' : join(REPOSITORY, '.data');
}
