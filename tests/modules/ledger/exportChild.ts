/** Writes a ledger of N rows to a file and prints the process's peak memory: run as a process of its own. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { writeLedger } from '@functions/modules/ledger/xlsx/writeLedger';
import type { LedgerExportRow } from '@shared/modules/ledger/exportColumns';

async function* rows(count: number): AsyncGenerator<LedgerExportRow> {
  for (let index = 0; index < count; index += 1) {
    // As a cursor does: rows arrive by the hundred.
    if (index % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    const serial = String(index).padStart(6, '0');
    yield {
      name: `第${serial}社区向日葵邻里守望队`,
      category: '邻里互助',
      leaderName: '陈*',
      leaderIdNumber: `3705**********${serial.slice(-4)}`,
      leaderPhone: `138****${serial.slice(-4)}`,
      memberCount: (index * 7) % 90,
      partyMemberCount: index % 10,
      venue: `第${serial}社区居民委员会活动室`,
      street: '文汇街道',
      community: `第${serial}社区居民委员会`,
      foundedOn: `20${10 + (index % 15)}-0${1 + (index % 9)}-1${index % 10}`,
      filingCode: `B370502001-2024-${serial}`,
      filedOn: '2024-03-05',
      validTo: '2027-03-04',
      status: '有效',
      purpose: '开展邻里互助、走访慰问和便民服务，丰富居民生活',
    };
  }
}

const [file = '', count = '0'] = process.argv.slice(2);
const started = performance.now();
const base = process.resourceUsage().maxRSS;
void pipeline(
  writeLedger(
    { title: '东营区社区社会组织管理台账', exportedBy: '王工', exportedOn: '2026-11-22' },
    rows(Number(count)),
  ),
  createWriteStream(file),
).then(() =>
  console.log(
    JSON.stringify({
      baseMb: base / 1024,
      maxRssMb: process.resourceUsage().maxRSS / 1024,
      seconds: (performance.now() - started) / 1000,
    }),
  ),
);
