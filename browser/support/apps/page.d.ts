// What the pages of the test apps offer to the tests.

/** One call of one of the four callbacks. */
export interface Entry {
  kind: 'load' | 'success' | 'exit' | 'event';
  name: string;
  data: any[];
}

export interface AppWindow {
  log: Entry[];
  handlers: any[];
  create(config: Record<string, unknown>, name?: string): any;
  arm(config: Record<string, unknown>): void;
  embed(config: Record<string, unknown>, width: string, height: string): any;
  /** React pages only. */
  show(props: Record<string, unknown>): void;
  /** React pages only. */
  hide(): void;
}

declare global {
  interface Window {
    app: AppWindow;
    Plaid: any;
  }
}
