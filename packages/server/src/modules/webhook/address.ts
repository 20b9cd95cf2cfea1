import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody's on the open internet: loopback, private, link-local, shared, documentation, multicast. */
const CLOSED = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  CLOSED.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const) {
  CLOSED.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address lies on the open internet. IPv4 written as IPv6 is judged as IPv4. */
export function isOpenAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isOpenAddress(mapped);
  const family = isIP(address);
  return family !== 0 && !CLOSED.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether an address may be told at all, by its text: https, no user in it, no closed IP written out. */
export function isAllowedUrl(text: string, privateAllowed: boolean): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (privateAllowed) return true;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'https:' && host !== 'localhost' && (isIP(host) === 0 || isOpenAddress(host));
}

export class ClosedAddress extends Error {}

/**
 * Resolves a name and hands out open addresses only. The connection is made to what was judged here, so a name that
 * answers differently a moment later gains nothing.
 */
export const openLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    const open = found.filter(({ address }) => isOpenAddress(address));
    const [first] = open;
    if (first === undefined || open.length < found.length) return callback(new ClosedAddress('closed address'), []);
    return options.all === true ? callback(null, open) : callback(null, first.address, first.family);
  });
};
