import type { Tally, VotingRules } from '../../shared/votes/contract.ts'
import { judge, whyCannotVote } from '../../shared/votes/rules.ts'
import { candidateWords, outcomeWords } from '../../shared/votes/words.ts'
import { explainHere } from '../kit/ask.ts'

/** 一票也没有填：还说不上通过没通过。 */
const isEmpty = ({ inFavour, against, abstained, written, candidates }: Tally) =>
  [inFavour, against, abstained, written.inFavour, written.against, written.abstained].every((count) => count === 0) &&
  candidates.every((one) => one.inFavour + one.against + one.abstained === 0)

/** 边填边算的结论：写进记录的一句话、依据的条文、还要留意和还可以做的；不能表决的说为什么。 */
export function VerdictBox({ tally, person, rules }: { tally: Tally; person: string; rules: VotingRules }) {
  const refusal = whyCannotVote(tally, person, rules)
  if (refusal)
    return (
      <div className="verdict is-refused" role="status">
        <strong>还不能得出结论</strong>
        <p>{explainHere(refusal)}</p>
      </div>
    )
  if (isEmpty(tally))
    return (
      <div className="verdict" role="status">
        <strong>还没有填票数</strong>
        <p>填了赞成、反对、弃权，这里就写出结论。</p>
      </div>
    )
  const { outcome, sentence, article, possible, notes, favour, line, elected } = judge(tally, rules)
  const good = outcome === 'passed' || outcome === 'elected'
  return (
    <div className={good ? 'verdict is-passed' : 'verdict is-short'} role="status">
      <strong>{`${good ? '✓' : '✕'} ${outcomeWords[outcome]}`}</strong>
      {!elected && outcome !== 'noQuorum' && outcome !== 'invalid' && (
        <p className="num">
          赞成合计 {favour} 票，要超过 {line}
        </p>
      )}
      <p>{sentence}</p>
      <p className="verdict-article">{article}</p>
      {elected && (
        <>
          <ul>
            {elected.results.map(({ candidate, result }) => (
              <li key={candidate.name}>
                {candidate.name} {candidate.inFavour} 票：{candidateWords[result]}
              </li>
            ))}
          </ul>
          <p className="verdict-article">
            {elected.lines
              .map(
                (one) =>
                  `按${one.of === 'present' ? '实到' : '应到'}要超过 ${one.line} 票，${one.over} 人过线${one.used ? '（采用这一条）' : ''}`,
              )
              .join('；')}
          </p>
        </>
      )}
      {possible.length > 0 && <p>还可以：{possible.join('；')}。</p>}
      {notes.map((note) => (
        <p key={note} className="note-warning">
          {note}
        </p>
      ))}
    </div>
  )
}
