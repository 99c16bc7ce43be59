/** Whether docstrings have words on each parameter: what hover and the reference say of it. */
import ts from 'typescript';

/** Fewest words on a parameter, its own name not counted. */
const FEWEST_WORDS = 3;

/** A function as a caller sees it, by a name for people. */
export interface Callable {
  readonly name: string;
  readonly declaration: ts.SignatureDeclaration;
  /** What its docstring is of, where that is not the signature itself: the alias of a function type. */
  readonly alias?: ts.TypeAliasDeclaration;
}

/** Whether a member of a class is for its callers. */
const isPublic = (member: ts.ClassElement): boolean =>
  (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) === 0 &&
  (member.name === undefined || !ts.isPrivateIdentifier(member.name));

/** Of a function with overloads these alone: nobody sees the signature behind them. */
const seen = <Declared extends ts.FunctionLikeDeclaration>(all: readonly Declared[]): readonly Declared[] =>
  all.some(({ body }) => body === undefined) ? all.filter(({ body }) => body === undefined) : all;

/** The constructor and the public methods of a class. */
function methodsOf(name: string, { members }: ts.ClassDeclaration): Callable[] {
  const all = members.filter((one) => ts.isMethodDeclaration(one) || ts.isConstructorDeclaration(one));
  const nameOf = (one: ts.ClassElement) => one.name?.getText() ?? 'constructor';
  return [...new Set(all.filter(isPublic).map(nameOf))].flatMap((method) =>
    seen(all.filter((one) => nameOf(one) === method)).map((declaration) => ({
      name: `${name}.${method}`,
      declaration,
    })),
  );
}

/** What can be called of an exported constant: itself, or the methods of an object. */
function callablesIn(name: string, { initializer }: ts.VariableDeclaration): Callable[] {
  if (initializer === undefined) return [];
  if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
    return [{ name, declaration: initializer }];
  if (!ts.isObjectLiteralExpression(initializer)) return [];
  return initializer.properties
    .filter(ts.isMethodDeclaration)
    .map((declaration) => ({ name: `${name}.${declaration.name.getText()}`, declaration }));
}

/** All that can be called of what a name was declared as. */
export function callablesOf(name: string, declarations: readonly ts.Declaration[]): Callable[] {
  return [
    ...seen(declarations.filter(ts.isFunctionDeclaration)).map((declaration) => ({ name, declaration })),
    ...declarations.filter(ts.isVariableDeclaration).flatMap((one) => callablesIn(name, one)),
    ...declarations.filter(ts.isClassDeclaration).flatMap((one) => methodsOf(name, one)),
    ...declarations
      .filter(ts.isInterfaceDeclaration)
      .flatMap(({ members }) =>
        members
          .filter(ts.isMethodSignature)
          .map((declaration) => ({ name: `${name}.${declaration.name.getText()}`, declaration })),
      ),
    ...declarations
      .filter(ts.isTypeAliasDeclaration)
      .flatMap((alias) =>
        ts.isFunctionTypeNode(alias.type) ? [{ name, declaration: alias.type, alias }] : [],
      ),
  ];
}

/** The lines on parameters in the docstring of a function. */
const linesOf = ({ declaration, alias }: Callable) =>
  ts.getJSDocTags(alias ?? declaration).filter(ts.isJSDocParameterTag);

/** Whether the line at a place is that of a parameter: by its name, or where the parameter is taken apart by its place. */
const isLineOf = (
  { name }: ts.ParameterDeclaration,
  at: number,
  line: ts.JSDocParameterTag,
  place: number,
) => (ts.isIdentifier(name) ? name.text === line.name.getText() : at === place);

/** The words on a parameter: of its own docstring, where it is a property too, and of its line in that of the function. */
function wordsOn(callable: Callable, parameter: ts.ParameterDeclaration, at: number): string {
  return [
    ...ts.getJSDocCommentsAndTags(parameter).filter(ts.isJSDoc),
    ...linesOf(callable).filter((line, place) => isLineOf(parameter, at, line, place)),
  ]
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ');
}

/** How many words a text has beside a name. */
const countBeside = (text: string, name: string): number =>
  text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '' && word.toLowerCase() !== name.toLowerCase())
    .length;

/** The lines of a docstring that are of no parameter, or of one that has a line already. */
function strayLines(callable: Callable): string[] {
  const lines = linesOf(callable);
  const names = lines.map((line) => line.name.getText());
  return lines
    .filter(
      (line, place) =>
        names.indexOf(line.name.getText()) !== place ||
        !callable.declaration.parameters.some((one, at) => isLineOf(one, at, line, place)),
    )
    .map(
      (line) =>
        `${callable.name}: a line on ${line.name.getText()}, which is no parameter or has one already`,
    );
}

/** What is amiss with the words on the parameters of a function. */
export function parameterFaults(callable: Callable): string[] {
  const { name, declaration } = callable;
  const bare = declaration.parameters
    .filter((one, at) => countBeside(wordsOn(callable, one, at), one.name.getText()) < FEWEST_WORDS)
    .map((one) => `${name}: too few words on ${one.name.getText()}`);
  return [...bare, ...strayLines(callable)];
}
