/** One pasted line, taken apart. */
export interface PastedPerson {
  name: string;
  phone?: string;
  idNumber?: string;
}

export interface PastedPeople {
  people: PastedPerson[];
  /** Lines in which no name was found, as they were pasted */
  unread: string[];
}

const narrow = (text: string): string => text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
// No look-behind: older iPhones refuse the whole file.
const idNumber = /(?:^|\D)(\d{17}[\dXx])(?!\d)/;
const phone = /(?:^|[^\d+])(?:\+?86[- ]?)?(1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/;
const nameWord = /^[\u3400-\u9fff\u{20000}-\u{323af}·]{2,20}$|^[A-Za-z][A-Za-z ·.'-]{1,30}$/u;
const headWords = /^(姓名|名字|序号|电话|手机|手机号|身份证号|联系电话)$/;

function personOf(line: string): PastedPerson | undefined {
  const id = idNumber.exec(line)?.[1];
  const withoutId = id ? line.replace(id, ' ') : line;
  const call = phone.exec(withoutId);
  const rest = call?.[1] ? withoutId.replace(/\+?86(?=[- ]?1\d)/, ' ').replace(call[1], ' ') : withoutId;
  const words = rest
    .replace(/^\s*\d{1,4}\s*[.)、:]?/, '')
    .split(/[\s,;:|/、。()]+/)
    .filter((word) => word && !headWords.test(word));
  const name = words.find((word) => nameWord.test(word));
  if (!name) return undefined;
  const digits = call?.[1]?.replace(/[- ]/g, '');
  return { name, ...(digits && { phone: digits }), ...(id && { idNumber: id.toUpperCase() }) };
}

/** Lines like 「1、张三 13800138000」 or a copied table: one person a line, in any order and with any separators. */
export function parsePeople(text: string): PastedPeople {
  const lines = narrow(text)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const people: PastedPerson[] = [];
  const unread: string[] = [];
  for (const line of lines) {
    const person = personOf(line);
    if (person) people.push(person);
    else if (!line.split(/\s+/).every((word) => headWords.test(word))) unread.push(line);
  }
  return { people, unread };
}
