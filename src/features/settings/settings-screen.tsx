import { ChoiceGroup } from '../../ui/choice-group.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useStored } from '../../ui/stored.ts'
import { applySettings, SETTINGS_KEY, type Settings, USUAL_SETTINGS } from './settings.ts'

export default function SettingsScreen() {
  const [settings, setSettings] = useStored<Settings>(SETTINGS_KEY, USUAL_SETTINGS)
  function change(part: Partial<Settings>) {
    const next = { ...settings, ...part }
    setSettings(next)
    applySettings(next)
  }
  return (
    <Screen title="Cài đặt" below="Áp dụng ngay và chỉ lưu trên máy này.">
      <div className="stack">
        <div className="card">
          <ChoiceGroup
            legend="Cỡ chữ"
            name="text"
            value={settings.text}
            options={[
              { value: 'normal', label: 'Vừa' },
              { value: 'large', label: 'Lớn' },
              { value: 'largest', label: 'Rất lớn' },
            ]}
            onChange={(text) => change({ text })}
          />
        </div>
        <div className="card">
          <ChoiceGroup
            legend="Độ tương phản"
            name="contrast"
            value={settings.contrast}
            options={[
              { value: 'normal', label: 'Bình thường' },
              { value: 'high', label: 'Cao' },
            ]}
            onChange={(contrast) => change({ contrast })}
          />
        </div>
        <div className="card">
          <ChoiceGroup
            legend="Nền"
            name="theme"
            value={settings.theme}
            options={[
              { value: 'device', label: 'Theo máy' },
              { value: 'light', label: 'Sáng' },
              { value: 'dark', label: 'Tối' },
            ]}
            onChange={(theme) => change({ theme })}
          />
        </div>
        <p>Đoạn chữ này cho bạn thấy cỡ chữ đang chọn.</p>
      </div>
    </Screen>
  )
}
