export { isNumber, makeNumber, type NumberParts, plainNumber } from './number.ts';
export { type CertificateClaim, MAX_PAYLOAD, openClaim, qrText, readQrText, signClaim } from './payload.ts';
