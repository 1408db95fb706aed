import { version } from 'virtual:about'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useKeys } from '../kit/keys.ts'

type Licences = typeof import('virtual:licences')['licences']

/** 关于：版本、不联网、许可。 */
export function AboutPanel() {
  const [licences, setLicences] = useState<Licences>()
  const close = () => setLicences(undefined)
  useKeys({ Escape: close }, { enabled: licences !== undefined, modal: true })
  return (
    <section className="panel">
      <h2>关于</h2>
      <p>支部台账 {version}</p>
      <p>本软件不联网：没有账号、没有上传、没有统计。数据只在这台电脑上。</p>
      <p>本软件仅用于非涉密信息；严禁录入标密文件及内容。</p>
      <p className="hint">以 MIT 许可发布。</p>
      <Button type="link" className="flush" onClick={() => void import('virtual:licences').then((found) => setLicences(found.licences))}>
        用到的第三方库与许可
      </Button>
      {licences && (
        <Modal open title={`第三方库与许可（${licences.length}）`} footer={null} width={720} onCancel={close} keyboard={false}>
          <div className="licences">
            {licences.map((one) => (
              <details key={`${one.name}@${one.version}`}>
                <summary>
                  {one.name} {one.version} <span className="hint">{one.license}</span>
                </summary>
                <pre>{one.text || '见该库的主页。'}</pre>
              </details>
            ))}
          </div>
        </Modal>
      )}
    </section>
  )
}
