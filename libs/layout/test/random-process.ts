/** A structured process of a few lanes as BPMN XML, the same for the same seed. */
export function randomProcess(seed: number): string {
  const dice = createDice(seed);
  const lanes = 2 + dice(4);
  const nodes: string[] = [];
  const flows: string[] = [];
  const laneOf: string[][] = Array.from({ length: lanes }, () => []);
  let count = 0;
  let lane = dice(lanes);
  const add = (tag: string, name: string, attributes = ''): string => {
    count += 1;
    const id = `n${count}`;
    nodes.push(`<${tag} id="${id}" name="${name}"${attributes}/>`);
    laneOf[lane]?.push(id);
    return id;
  };
  const connect = (from: string, to: string, name = ''): void => {
    flows.push(`<sequenceFlow id="f${flows.length}" name="${name}" sourceRef="${from}" targetRef="${to}"/>`);
  };
  const task = (from: string, label = ''): string => {
    if (dice(3) === 0) lane = dice(lanes);
    const id = add('userTask', WORDS[dice(WORDS.length)] ?? 'Fare');
    connect(from, id, label);
    return id;
  };
  const block = (from: string, depth: number): string => {
    let at = from;
    for (let step = 2 + dice(3); step > 0; step -= 1) {
      const kind = depth > 2 ? 0 : dice(6);
      if (kind < 3) at = task(at);
      else if (kind === 3) at = loop(at);
      else at = split(at, depth, kind === 4 ? 'exclusiveGateway' : 'parallelGateway');
    }
    return at;
  };
  const split = (from: string, depth: number, tag: string): string => {
    const gateway = add(tag, tag === 'exclusiveGateway' ? 'Quale esito?' : '');
    connect(from, gateway);
    const ends = Array.from({ length: 2 + dice(2) }, (_, branch) => {
      const first = task(gateway, tag === 'exclusiveGateway' ? `Esito ${branch + 1}` : '');
      return dice(2) === 0 ? first : block(first, depth + 1);
    });
    const meeting = add(tag, '');
    for (const end of ends) connect(end, meeting);
    return meeting;
  };
  const loop = (from: string): string => {
    const meeting = add('exclusiveGateway', '');
    connect(from, meeting);
    const check = add('exclusiveGateway', 'Tutto a posto?');
    connect(task(task(meeting)), check);
    connect(check, meeting, 'Da rivedere');
    return check;
  };
  const start = add('startEvent', 'Richiesta');
  const last = block(start, 0);
  connect(last, add('endEvent', 'Concluso'), '');
  const laneSet = laneOf
    .map(
      (ids, index) =>
        `<lane id="l${index}" name="Corsia ${index + 1}">${ids.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('')}</lane>`,
    )
    .join('');
  return `<collaboration id="c"><participant id="pool" name="Procedimento" processRef="p"/></collaboration>
    <process id="p"><laneSet id="ls">${laneSet}</laneSet>${nodes.join('')}${flows.join('')}</process>`;
}

const WORDS = [
  'Verificare i requisiti',
  'Redigere la determina',
  'Protocollare',
  'Trasmettere la comunicazione agli interessati',
  'Esaminare la domanda',
  'Firmare',
];

function createDice(seed: number): (sides: number) => number {
  let state = seed * 7919;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
