import type { FileKind, FilePurpose } from './schema';

export const fileKindLabels: Record<FileKind, string> = {
  jpg: '照片（JPG）',
  png: '图片（PNG）',
  webp: '图片（WebP）',
  pdf: 'PDF 文件',
  docx: 'Word 文档（.docx）',
  xlsx: 'Excel 表格（.xlsx）',
};

export const filePurposeLabels: Record<FilePurpose, string> = {
  charter: '章程',
  venueProof: '场所使用证明',
  rosterSheet: '会员花名册',
  committeeOpinion: '居（村）委会意见',
  applicationForm: '备案申请表',
  ledgerImport: '已有台账',
  other: '其他材料',
};

/** Why a file is refused. */
export const fileRefusals = [
  'empty',
  'unknownKind',
  'notForPurpose',
  'photoTooLarge',
  'pdfTooLarge',
  'officeTooLarge',
  'heic',
  'oldOffice',
  'program',
  'mismatch',
  'disguised',
  'macro',
  'activePdf',
  'tooManyPixels',
  'archiveTooLarge',
  'damaged',
  'incomplete',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** One sentence for each refusal: what is wrong and what to do. */
export const fileRefusalWords: Record<FileRefusal, string> = {
  empty: '这个文件是空的，请重新选择',
  unknownKind: '这种文件收不了，请拍成照片（JPG、PNG），或者另存为 PDF 再上传',
  notForPurpose: '这一项不收这种文件',
  photoTooLarge: '照片超过 10 MB 了，请在选照片时不要勾选“原图”，或者用手机截屏后再上传',
  pdfTooLarge: 'PDF 超过 10 MB 了，请分成几个文件，或者把每页拍成照片上传',
  officeTooLarge: '文件超过 5 MB 了，请删去表格里的图片和空白行，或者分成几个文件再上传',
  heic: '这是 HEIC 格式的照片，办公电脑打不开。请把照片截屏后上传；以后拍照可在手机“设置－相机－格式”里选“兼容性最佳”',
  oldOffice: '这是旧版或加了密码的 Office 文件，请用 WPS 或 Office 打开，去掉密码，另存为 .docx 或 .xlsx 再上传',
  program: '这个文件里是程序，不能上传，请选择照片或 PDF',
  mismatch: '这个文件的名字和内容对不上，请用原来的软件打开，另存一份再上传',
  disguised: '这个文件里夹带了别的内容，不能上传，请把它打印成新的 PDF，或者拍照上传',
  macro: '这个文件带有宏程序，请另存为不带宏的 .docx 或 .xlsx 再上传',
  activePdf: '这个 PDF 带有脚本或附件，请用“打印成 PDF”另存一份，或者拍照上传',
  tooManyPixels: '照片的像素太高（超过 5000 万），请在相机里关掉高像素模式重拍，或者把照片截屏后上传',
  archiveTooLarge: '这个文件展开后太大，请删去多余的内容，另存一份再上传',
  damaged: '这个文件是坏的，打不开，请重新拍照或重新选择',
  incomplete: '文件没有传完整，请换个网络好的地方重新上传',
};
