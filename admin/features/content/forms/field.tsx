import { memo } from 'react'
import { ChoiceField, ChoicesField, DateField } from './choice-fields.tsx'
import { ConditionField } from './condition-field.tsx'
import type { FieldSpec } from './field-spec.ts'
import { GroupField, GroupsField } from './group-fields.tsx'
import { TagsField, TextsField } from './list-fields.tsx'
import { MadeField, MarkdownField } from './made-fields.tsx'
import { PrefillsField } from './prefills-field.tsx'
import { DocumentsField, ReferencesField } from './reference-fields.tsx'
import { NumberField, TextField } from './text-fields.tsx'
import { TreeField } from './tree-field.tsx'
import { NextField } from './tree-next-field.tsx'

/** Any field by what it is; drawn anew only for its own value, which it asks the store for by its path. */
export const Field = memo(function Field({ path, spec }: { path: string; spec: FieldSpec }) {
  switch (spec.type) {
    case 'text':
      return <TextField path={path} spec={spec} />
    case 'number':
      return <NumberField path={path} spec={spec} />
    case 'date':
    case 'time':
      return <DateField path={path} spec={spec} />
    case 'choice':
      return <ChoiceField path={path} spec={spec} />
    case 'choices':
      return <ChoicesField path={path} spec={spec} />
    case 'tags':
      return <TagsField path={path} spec={spec} />
    case 'texts':
      return <TextsField path={path} spec={spec} />
    case 'group':
      return <GroupField path={path} spec={spec} />
    case 'groups':
      return <GroupsField path={path} spec={spec} />
    case 'condition':
      return <ConditionField path={path} spec={spec} />
    case 'markdown':
      return <MarkdownField path={path} spec={spec} />
    case 'references':
      return <ReferencesField path={path} spec={spec} />
    case 'documents':
      return <DocumentsField path={path} spec={spec} />
    case 'fixed':
    case 'key':
      return <MadeField path={path} spec={spec} />
    case 'prefills':
      return <PrefillsField path={path} spec={spec} />
    case 'next':
      return <NextField path={path} spec={spec} />
    case 'tree':
      return <TreeField spec={spec} />
  }
})
