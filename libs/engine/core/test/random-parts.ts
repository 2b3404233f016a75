export const SIGNALS = [0, 1, 2].map((n) => `<signal id="signal${n}" name="S${n}"/>`).join('');

/** A loop or a multi-instance. */
export function repeats(random: () => number): string {
  const sequential = random() < 0.5 ? ' isSequential="true"' : '';
  const choices = [
    `<multiInstanceLoopCharacteristics${sequential}><loopCardinality>=${Math.floor(random() * 4)}</loopCardinality></multiInstanceLoopCharacteristics>`,
    `<multiInstanceLoopCharacteristics${sequential}><extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2,3]" outputCollection="all" outputElement="=loopCounter"/></extensionElements><completionCondition>=numberOfCompletedInstances = 2</completionCondition></multiInstanceLoopCharacteristics>`,
    '<standardLoopCharacteristics loopMaximum="2"><loopCondition>=loopCounter &lt; 3</loopCondition></standardLoopCharacteristics>',
  ];
  return choices[Math.floor(random() * choices.length)] ?? '';
}
