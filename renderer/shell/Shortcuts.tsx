import { Modal } from 'antd'
import { useKeys } from '../kit/keys.ts'

const groups: readonly [string, readonly [string, string][]][] = [
  [
    '哪里都行',
    [
      ['Ctrl+K', '搜索人、会议、页面、操作'],
      ['Ctrl+Z', '撤销最后一步'],
      ['Ctrl+Y', '重做刚撤销的一步'],
      ['F1', '这一页的帮助'],
      ['?', '这张表'],
      ['Esc', '关上、返回'],
    ],
  ],
  [
    '列表',
    [
      ['N', '新建（登记党员、新建会议）'],
      ['/', '筛选'],
      ['↑ ↓', '上一行、下一行'],
      ['回车', '打开'],
      ['E', '修改'],
      ['空格', '勾选'],
    ],
  ],
  [
    '表单',
    [
      ['Ctrl+回车', '保存'],
      ['Ctrl+S', '保存'],
    ],
  ],
  [
    '登记出勤',
    [
      ['A', '全部到会'],
      ['1 2 3', '出席、请假、缺席'],
      ['4 5 6', '迟到、线上、列席'],
    ],
  ],
]

/** 快捷键一览。 */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  useKeys({ Escape: onClose, '?': onClose }, { modal: true })
  return (
    <Modal open title="快捷键" onCancel={onClose} footer={null} width={560} keyboard={false}>
      <div className="shortcuts">
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
