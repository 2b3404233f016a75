/** A mistake that is easily made in the core. Its place is found by the text, whatever its file and white space. */
export interface Fault {
  readonly search: string;
  readonly replace: string;
  /** What is wrong then, with the rule it breaks. */
  readonly why: string;
}

export const faults: readonly Fault[] = [
  {
    search: 'return filled.length === node.incoming.length ? filled : undefined;',
    replace: 'return filled.length > 0 ? filled : undefined;',
    why: 'a parallel join fires with its first token (GW-PAR-1)',
  },
  {
    search: 'filled.length > 0 && !canStillArrive(turn, node, scopeKey, filled) ? filled : undefined',
    replace: 'filled.length > 0 ? filled : undefined',
    why: 'an inclusive join waits for nobody (GW-INC-2)',
  },
  {
    search: '&& !filled.some((id) => reaches(token, id))',
    replace: '',
    why: 'an inclusive join waits for tokens that can reach a filled flow too (GW-INC-3)',
  },
  {
    search: 'return all.length >= node.startQuantity ?',
    replace: 'return all.length >= 1 ?',
    why: 'the start quantity is not waited for (ACT-1)',
  },
  {
    search: 'if (turn.state.resets.get(scopeKey)?.has(node.id)) return false;',
    replace: '',
    why: 'a complex gateway starts again before its reset (GW-CPX-6)',
  },
  {
    search: 'filled.filter((id) => !used.includes(id))',
    replace: 'filled',
    why: 'the reset takes tokens from flows that were used (GW-CPX-8)',
  },
  {
    search: 'held ||= test ?? !besidePlain;',
    replace: 'held ||= test ?? true;',
    why: 'an unconditional flow keeps the default of an activity from being taken (SF-4)',
  },
  {
    search: 'if (!held && node.defaultFlow) taken.add(node.defaultFlow);',
    replace: 'if (node.defaultFlow) taken.add(node.defaultFlow);',
    why: 'the default flow is always taken (GW-INC-6)',
  },
  {
    search: '(flow) => flow !== defaultFlow && (!flow.condition',
    replace: '(flow) => (!flow.condition',
    why: 'an exclusive gateway takes its default flow in document order (GW-EXC-3)',
  },
  {
    search: 'sort((a, b) => b.key - a.key)',
    replace: 'sort((a, b) => a.key - b.key)',
    why: 'the first to complete is compensated first (CMP-7)',
  },
  {
    search: '(nodeId === undefined || record.nodeId === nodeId)',
    replace: 'true',
    why: 'a throw for one activity compensates all (CMP-6)',
  },
  {
    search: "if (opening.kind === 'condition') askCondition(turn, key);",
    replace: '',
    why: 'a condition that is true on entry is not seen (CND-1)',
  },
  {
    search: "return !interrupting && (role === 'boundary' || role === 'event-sub-process');",
    replace: "return !interrupting && role === 'boundary';",
    why: 'a non-interrupting event sub-process starts only once (ESP-5)',
  },
  {
    search: 'const all = { ...former?.variables, ...variables };',
    replace: 'const all = variables;',
    why: 'only the last trigger of a parallel multiple event gives its variables (MUL-4)',
  },
  {
    search: 'if (definitions.length < spec.needed)',
    replace: 'if (definitions.length < 1)',
    why: 'a parallel multiple event happens with its first trigger (MUL-2)',
  },
  {
    search: "turn.schedule({ do: 'fire', wait: wait.key, variables });",
    replace: "return turn.schedule({ do: 'fire', wait: wait.key, variables });",
    why: 'a signal reaches its first catcher only (SIG-1)',
  },
  {
    search: "if (step.do === 'throw') {",
    replace: 'if (false) {',
    why: 'a throw does not wait for catchers that become ready in the same turn (TURN-3)',
  },
  {
    search: "withdraw(turn, scope, 'event-sub-process'); turn.agenda.drop(scope.key);",
    replace: 'turn.agenda.drop(scope.key);',
    why: 'a second interrupting event sub-process takes over the scope (ESP-4)',
  },
  {
    search: 'propagate(turn, self.scopeKey, evaluateAll(',
    replace: 'setLocal(turn, self.scopeKey, evaluateAll(',
    why: 'output mappings write to the scope, not to where the variable is (DAT-4)',
  },
  {
    search: 'if (turn.nodeOf(self).mappings.outputs.length > 0) setLocal(turn, self.key, values);',
    replace: 'if (false) setLocal(turn, self.key, values);',
    why: 'results leave the activity beside its output mappings (DAT-3)',
  },
  {
    search: 'const asks = testBefore || iterations > 0;',
    replace: 'const asks = iterations > 0;',
    why: 'testBefore is ignored (LOOP-2)',
  },
  {
    search: 'maximum !== undefined && iterations >= maximum',
    replace: 'maximum !== undefined && iterations > maximum',
    why: 'one iteration too many (LOOP-3)',
  },
  {
    search: 'else if (done) return clearScope(turn, self.key);',
    replace: '',
    why: 'a true completion condition ends nothing (MI-10)',
  },
  {
    search: 'started + (sequential ? 1 : PORTION)',
    replace: 'started + PORTION',
    why: 'a sequence runs side by side (MI-6)',
  },
  {
    search: 'variables: model.givesAll ? turn.variables(self.key).all() : localsOf(self)',
    replace: 'variables: turn.variables(self.key).all()',
    why: 'a called process sees all variables of its caller (CALL-3)',
  },
  {
    search: 'if (cancelsRemaining) return finish(turn, node, self);',
    replace: 'return finish(turn, node, self);',
    why: 'an ad-hoc sub-process ends what may go on (ADH-9)',
  },
  {
    search: 'if (node.children.length === 0 || turn.state.joins.has(key)) return;',
    replace: 'if (node.children.length === 0) return;',
    why: 'a scope completes over flows that wait at a join (END-4)',
  },
  {
    search: 'level.find((catcher) => catcher.code === code) ?? level.find((catcher) => !catcher.code)',
    replace: 'level.find((catcher) => !catcher.code) ?? level.find((catcher) => catcher.code === code)',
    why: 'catch-all beats the exact code (ERR-3)',
  },
  {
    search: 'if (child.key !== except) terminate(turn, child.key);',
    replace: 'terminate(turn, child.key);',
    why: 'terminate ends the end event itself (TRM-1)',
  },
  {
    search: '.filter(({ spec }) => spec.node.parent !== own)',
    replace: '',
    why: 'an event sub-process catches what it throws itself (ESP-9)',
  },
];
