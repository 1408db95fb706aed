import { parseSync, Visitor } from 'oxc-parser'

/** 一处引入：从哪里（不是常量的动态引入为 undefined），用了它的哪些名字；loads：装这个文件就得先装它（不是只引类型，也不是用到才引）。 */
export interface Import {
  from: string | undefined
  names: string[]
  loads: boolean
}

/** 一个源文件依赖什么、交出哪些会写的函数、碰没碰时钟与随机数。 */
export interface Source {
  /** 相对项目的路径，如 'main/dues/service.ts'。 */
  path: string
  imports: Import[]
  /** 交出的函数里，参数要 Writer 的。 */
  writers: string[]
  /** 用到的时钟与随机数，如 'Date.now'。 */
  impure: string[]
}

const constant = (node: { type: string } | null | undefined): string | undefined => {
  const { type, value } = (node ?? {}) as { type?: string; value?: unknown }
  return type === 'Literal' && typeof value === 'string' ? value : undefined
}
const nameOf = (node: object): string => ('name' in node && typeof node.name === 'string' ? node.name : '')

/**
 * 用真正的语法分析读出一个文件的引入（import、export from、import()、require、类型里的 import）。
 * @example readSource('shared/a.ts', `import { z } from 'zod'`).imports //=> [{ from: 'zod', names: ['z'], loads: true }]
 */
export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const source: Source = { path, imports: [], writers: [], impure: [] }
  const whole = new Map<string, Import>()
  const add = (from: string | undefined, names: string[] = [], loads = true) => {
    const found = { from, names, loads }
    source.imports.push(found)
    return found
  }
  const takesWriter = (name: string, params: { start: number; end: number }[]) => {
    if (params.some(({ start, end }) => /\bWriter\b/.test(text.slice(start, end)))) source.writers.push(name)
  }
  new Visitor({
    ImportDeclaration({ source: from, specifiers, importKind }) {
      const found = add(
        constant(from),
        specifiers.flatMap((one) => (one.type === 'ImportSpecifier' ? [nameOf(one.imported)] : [])),
        importKind !== 'type',
      )
      for (const one of specifiers) if (one.type === 'ImportNamespaceSpecifier') whole.set(one.local.name, found)
    },
    ExportAllDeclaration: ({ source: from, exportKind }) => void add(constant(from), [], exportKind !== 'type'),
    ExportNamedDeclaration({ source: from, declaration, specifiers, exportKind }) {
      if (from)
        add(
          constant(from),
          specifiers.map(({ local }) => nameOf(local)),
          exportKind !== 'type',
        )
      if (declaration?.type === 'FunctionDeclaration' && declaration.id) takesWriter(declaration.id.name, declaration.params)
      if (declaration?.type === 'VariableDeclaration') {
        for (const { id, init } of declaration.declarations)
          if (init?.type === 'ArrowFunctionExpression') takesWriter(nameOf(id), init.params)
      }
    },
    ImportExpression: ({ source: from }) => void add(constant(from), [], false),
    TSImportType: ({ source: from }) => void add(constant(from), [], false),
    CallExpression({ callee, arguments: given }) {
      if (nameOf(callee) === 'require') add(constant(given[0]))
      if (nameOf(callee) === 'Date') source.impure.push('Date()')
    },
    NewExpression({ callee, arguments: given }) {
      if (nameOf(callee) === 'Date' && given.length === 0) source.impure.push('new Date()')
    },
    MemberExpression({ object, property }) {
      whole.get(nameOf(object))?.names.push(nameOf(property))
      const read = `${nameOf(object)}.${nameOf(property)}`
      if (/^(Date\.now|Math\.random|performance\.now|crypto\.\w+)$/.test(read)) source.impure.push(read)
    },
  }).visit(program)
  return source
}
