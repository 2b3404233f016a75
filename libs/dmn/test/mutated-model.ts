import { decision, literal, model, output, table } from './dmn.ts';

const SEED = model(
  `<itemDefinition name="t" isCollection="true"><typeRef>number</typeRef><allowedValues><text>[1..100]</text></allowedValues></itemDefinition>
   <inputData id="i" name="i"><variable name="i" typeRef="t"/></inputData>
   <businessKnowledgeModel id="k" name="k"><variable name="k"/><encapsulatedLogic><formalParameter name="n"/>${literal('k2(n) + 1')}</encapsulatedLogic></businessKnowledgeModel>
   <decisionService id="s" name="s"><outputDecision href="#a"/><inputDecision href="#b"/></decisionService>
   ${decision(
     'a',
     table(
       ['b', 'count(i)'],
       [output('x', '"p", "q"'), output('y')],
       [
         ['> 1', '-', '"p"', 'b'],
         ['[1..5]', 'not(3)', '"q"', '1'],
       ],
       'hitPolicy="PRIORITY"',
     ),
     ['#b', '#i'],
   )}
   ${decision('b', `<context><contextEntry><variable name="v"/>${literal('for n in 1..10 return n')}</contextEntry><contextEntry>${literal('sum(v)')}</contextEntry></context>`, [], 'number')}
   ${decision('c', `<filter><in>${literal('[1,2,3]')}</in><match>${literal('item > b')}</match></filter>`, ['#b', '#s', '#k'])}`,
);

/** The model of a number: the one above with pieces exchanged, left out or doubled. */
export function mutatedModel(seed: number): string {
  let state = seed * 7_919;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let xml = SEED;
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const pieces = [...xml.matchAll(/"[^"]*"|>[^<>]+<|<\/?\w+[^>]*>/g)];
    const [from, to] = [pieces[random(pieces.length)], pieces[random(pieces.length)]];
    if (from === undefined || to === undefined) break;
    const sameKind = from[0][0] === to[0][0] && !from[0].startsWith('<');
    const inserted = sameKind || random(8) === 0 ? to[0] : from[0];
    xml =
      xml.slice(0, from.index) + inserted + xml.slice(from.index + (random(6) === 0 ? 0 : from[0].length));
  }
  return xml;
}
