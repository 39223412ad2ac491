import { Form, type FormInstance, type FormProps } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { type Problem, readProblem } from '../api/problem.ts'
import { fieldText } from '../api/problem-text.ts'
import { markUnsaved } from './unsaved.ts'

export type FieldName = (string | number)[]
/** One field that stops the save, as the summary on top names it. */
export type FieldProblem = { name: FieldName; text: string }

export type SaveProblems = {
  /** Why the last save failed; fields stand apart in `fieldProblems`. */
  problem: Problem | undefined
  fieldProblems: FieldProblem[]
  focusField: (name: FieldName) => void
}

export type FormSave<Values extends object> = SaveProblems & {
  form: FormInstance<Values>
  /** Spread on antd's `<Form>`. */
  formProps: FormProps<Values>
  isSaving: boolean
}

/**
 * Sends a form and says what is wrong beside its fields. A failed save changes nothing that was typed.
 * `save` throws what the service answered; the form stays as it is and may be sent again.
 */
export function useFormSave<Values extends object, Reply>({
  save,
  onSaved,
  warnsOnLeave = true,
}: {
  save: (values: Values) => Promise<Reply>
  onSaved: (reply: Reply, values: Values) => unknown
  /** Asks before the screen is left with something typed and not saved. */
  warnsOnLeave?: boolean
}): FormSave<Values> {
  const [form] = Form.useForm<Values>()
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [fieldProblems, setFieldProblems] = useState<FieldProblem[]>([])
  // State alone lets a second click through before the first has been drawn.
  const isUnderWay = useRef(false)
  const id = useId()
  useEffect(() => () => markUnsaved(id, false), [id])

  async function submit(values: Values) {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setSaving(true)
    setProblem(undefined)
    setFieldProblems([])
    try {
      const reply = await save(values)
      markUnsaved(id, false)
      await onSaved(reply, values)
    } catch (error) {
      show(readProblem(error))
    } finally {
      isUnderWay.current = false
      setSaving(false)
    }
  }

  function show(read: Problem) {
    setProblem(read)
    const refused = read.fields.map(({ field, problem: why }) => ({ name: toName(field), text: fieldText(why) }))
    setFieldProblems(refused)
    // antd types a field's name by the form's values; a refused field's name comes from the service.
    const marks = refused.map(({ name, text }) => ({ name, errors: [text] })) as Parameters<typeof form.setFields>[0]
    form.setFields(marks)
  }

  function focusField(name: FieldName) {
    form.scrollToField(name as Parameters<typeof form.scrollToField>[0], { focus: true, block: 'center' })
  }

  const formProps: FormProps<Values> = {
    form,
    layout: 'vertical',
    requiredMark: false,
    scrollToFirstError: false,
    onValuesChange: () => markUnsaved(id, warnsOnLeave),
    onFinish: submit,
    onFinishFailed: ({ errorFields }) => {
      setProblem(undefined)
      setFieldProblems(errorFields.map(({ name, errors }) => ({ name, text: errors[0] ?? '' })))
    },
  }
  return { form, formProps, isSaving, problem, fieldProblems, focusField }
}

/** `steps.0.title` as antd names it: `['steps', 0, 'title']`. */
function toName(field: string): FieldName {
  return field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}
