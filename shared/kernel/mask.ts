import { normalizeIdNumber } from './idNumber';
import { normalizePhone } from './phone';

/** 「张*」: the surname only. */
export function maskName(name: string): string {
  const [surname] = Array.from(name.trim());
  return surname === undefined ? '' : `${surname}*`;
}

/** First four and last two characters of an ID number: neither birth date nor sequence can be read. */
export function maskIdNumber(idNumber: string): string {
  const id = normalizeIdNumber(idNumber);
  return id.length < 15 ? '*'.repeat(id.length) : `${id.slice(0, 4)}${'*'.repeat(id.length - 6)}${id.slice(-2)}`;
}

/** `138****5678`; of other numbers only the last two digits. */
export function maskPhone(phone: string): string {
  const number = normalizePhone(phone);
  if (/^1\d{10}$/.test(number)) return `${number.slice(0, 3)}****${number.slice(-4)}`;
  return number.length <= 4 ? '*'.repeat(number.length) : `${'*'.repeat(number.length - 2)}${number.slice(-2)}`;
}
