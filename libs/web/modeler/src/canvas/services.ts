import type BpmnModeler from 'bpmn-js/lib/Modeler';

/** A node of the BPMN model (moddle): what stands in the XML. */
export interface ModelNode {
  $type: string;
  $parent?: ModelNode;
  id?: string;
  get(name: string): unknown;
}

/** A shape, connection or root on the canvas. */
export interface CanvasElement {
  id: string;
  type: string;
  businessObject: ModelNode;
  parent?: CanvasElement | null;
  labelTarget?: CanvasElement;
  waypoints?: { x: number; y: number }[];
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Canvas {
  zoom(): number;
  viewbox(box?: Box): Box & { inner: Box; outer: { width: number; height: number } };
  getContainer(): HTMLElement;
  resized(): void;
  getRootElement(): CanvasElement;
  findRoot(element: CanvasElement): CanvasElement | null;
  setRootElement(root: CanvasElement): void;
}

export interface CommandStack {
  execute(command: string, context: Record<string, unknown>): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

export interface EventBus {
  on(event: string | string[], listener: (event: Record<string, unknown>) => void): void;
  on(event: string | string[], priority: number, listener: (event: Record<string, unknown>) => void): void;
  off(event: string | string[], listener: (event: Record<string, unknown>) => void): void;
  fire(event: string, payload?: Record<string, unknown>): void;
}

export interface ElementRegistry {
  get(id: string): CanvasElement | undefined;
  filter(test: (element: CanvasElement) => boolean): CanvasElement[];
}

export interface Selection {
  get(): CanvasElement[];
  select(element: CanvasElement | null): void;
}

export interface Overlays {
  add(
    elementId: string,
    type: string,
    overlay: {
      position: { top?: number; left?: number; bottom?: number; right?: number };
      html: HTMLElement;
      show?: { minZoom: number };
      scale?: boolean | { min: number; max: number };
    },
  ): string;
  remove(filter: { type: string }): void;
}

export interface BpmnFactory {
  create(type: string, attributes?: Record<string, unknown>): ModelNode;
}

export interface Modeling {
  updateProperties(element: CanvasElement, properties: Record<string, unknown>): void;
}

export interface PropertiesPanel {
  attachTo(container: HTMLElement): void;
  detach(): void;
  registerProvider(priority: number, provider: PropertiesProvider): void;
}

/** A group of the properties panel, as its providers hand it on. */
export interface PanelGroup {
  id: string;
  label: string;
  component: unknown;
  entries?: PanelEntry[];
  shouldOpen?: boolean;
  [key: string]: unknown;
}

export interface PanelEntry {
  id: string;
  component: unknown;
  isEdited?: (node: unknown) => boolean;
  [key: string]: unknown;
}

export interface PropertiesProvider {
  getGroups(element: CanvasElement): (groups: PanelGroup[]) => PanelGroup[];
}

/** What the room uses of the modeler's services, by name. */
export interface ModelerServices {
  canvas: Canvas;
  commandStack: CommandStack;
  eventBus: EventBus;
  elementRegistry: ElementRegistry;
  selection: Selection;
  overlays: Overlays;
  propertiesPanel: PropertiesPanel;
  bpmnFactory: BpmnFactory;
  modeling: Modeling;
  minimap: { toggle(): void; isOpen(): boolean };
  grid: { toggle(visible?: boolean): void; isVisible(): boolean };
  searchPad: { toggle(): void };
  zoomScroll: { stepZoom(delta: number): void };
}

export type DiagramModeler = BpmnModeler<ModelerServices>;
