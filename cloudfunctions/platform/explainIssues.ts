import type { ErrorDetails, FieldError } from '@shared/kernel/errors';

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  minimum?: unknown;
  maximum?: unknown;
  origin?: string;
}

const fieldErrorsMax = 5;
const han = /[\u4e00-\u9fff]/;

/** A Chinese sentence for each kind of refusal; schemas that say their own are taken at their word. */
function sentenceOf(issue: Issue): string {
  if (han.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? '这一项不能空着，请填写' : `不能少于 ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `最多 ${String(issue.maximum)} 个字，请改短一些`
        : `不能超过 ${String(issue.maximum)}`;
    case 'invalid_type':
      return '这一项没有填，或填的格式不对';
    case 'unrecognized_keys':
      return '多了不认识的内容，请更新小程序后再试';
    default:
      return '这一项填得不对，请检查后修改';
  }
}

/** The first field errors of a refused input, as the client shows them. */
export function explainIssues(issues: readonly Issue[], prefix = ''): ErrorDetails {
  const fields: FieldError[] = issues.slice(0, fieldErrorsMax).map((issue) => ({
    field: `${prefix}${issue.path.map(String).join('.').slice(0, 80)}`,
    message: sentenceOf(issue),
  }));
  return { fields };
}
