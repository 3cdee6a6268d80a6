import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Dist } from './dist';

type Template = glassEasel.template.ComponentTemplate;

/** Compiles every wxml and wxs of the package as WeChat does; answers with the template of a path. @throws on a wrong one */
export function compileTemplates(dist: Dist): (path: string) => Template {
  const group = new TmplGroup();
  for (const file of dist.files('.wxs')) group.addScript(file.replace(/\.wxs$/, ''), dist.read(file));
  for (const file of dist.files('.wxml')) {
    const problems = group.addTmpl(file.replace(/\.wxml$/, ''), dist.read(file)) as {
      isError?: boolean;
      message?: string;
    }[];
    const wrong = problems.find(({ isError }) => isError);
    if (wrong) throw new Error(`${file}: ${wrong.message ?? 'cannot be compiled'}`);
  }
  const source = group.getTmplGenObjectGroups();
  group.free();
  const groupList = new Function(`return ${source}`)() as Record<string, Template['content']>;
  return (path) => {
    const content = groupList[path];
    if (!content) throw new Error(`There is no ${path}.wxml in the package.`);
    return { groupList, content, fallbackListenerOnNativeNode: true } as Template;
  };
}
