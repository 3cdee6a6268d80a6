/** One field of a form that was refused, with the sentence shown under it. `field` is a dotted path (`leader.phone`). */
export interface FieldError {
  field: string;
  message: string;
}

/** Every error a client can meet: HTTP status and the sentence people see, which says what to do next. */
export const errorTable = {
  BAD_INPUT: { status: 400, message: '有些内容没填对，请按提示修改后再提交' },
  UNAUTHENTICATED: { status: 401, message: '请先登录再继续' },
  FORBIDDEN: { status: 403, message: '您当前的身份不能做这件事，请在“我的”里换一个身份再试' },
  NOT_FOUND: { status: 404, message: '没有找到这条记录，可能已被撤回，请返回列表刷新' },
  STALE: { status: 409, message: '记录刚被他人更新，请刷新后再试' },
  NOT_ALLOWED_NOW: { status: 409, message: '这条记录当前的状态不能这样办理，请刷新后看看下一步' },
  REQUEST_REUSED: { status: 409, message: '这次提交与之前的内容不一致，请返回重新填写后再提交' },
  CASE_HELD: { status: 409, message: '这件正由其他同事办理，请换一件，或请他先放回待办' },
  DUPLICATE_NAME: { status: 409, message: '同一社区已有同名的组织，请换一个名字再提交' },
  DUPLICATE_UNDECIDED: { status: 409, message: '有疑似重复的记录还没有判定，请先比对并写明理由' },
  REQUIREMENTS_UNMET: { status: 409, message: '还有条件没有满足，请按提示补齐后再提交' },
  SAME_PERSON: { status: 403, message: '受理人和审批人不能是同一个人，请交由另一位同事审批' },
  RECUSAL: { status: 403, message: '您是这个组织的发起人、负责人或成员，应当回避，请交由其他同事办理' },
  COUNTERSIGN_MISSING: { status: 409, message: '党建机构还没有会签，请等会签完成后再审批' },
  CHECKLIST_INCOMPLETE: { status: 409, message: '审查清单还没有填完，请逐项打分并写明意见' },
  DRAFT_OUTDATED: { status: 409, message: '这份草稿是旧版表单填的，已按新版表单保留能用的内容，请检查后再提交' },
  FILE_REFUSED: { status: 400, message: '这个文件不能用，请换成照片（JPG、PNG）或 PDF' },
  TOO_LARGE: { status: 413, message: '内容太大了，请减少一些再提交' },
  TOO_MANY: { status: 429, message: '操作太频繁了，请稍等一会儿再试' },
  UNAVAILABLE: { status: 503, message: '相关服务暂时连不上，内容没有丢失，请稍后再试' },
  INTERNAL: { status: 500, message: '服务繁忙，请稍后再试；如果一直这样，请联系街道工作人员' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errorTable;

/** What may accompany an error: a more exact sentence, the marked fields. Nothing personal. */
export interface ErrorDetails {
  message?: string;
  fields?: FieldError[];
}

/** The one error class. Rules answer, use cases throw this, the handler replies. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? errorTable[code].message);
    this.name = 'AppError';
    this.code = code;
    this.fields = details.fields ?? [];
  }

  get status(): number {
    return errorTable[this.code].status;
  }
}
