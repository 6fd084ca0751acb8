/** The global that link-initialize.js puts into a page. */
declare namespace Plaid {
  /** Makes a handler. It leaves no trace in the page until it is opened. Needs no `this`. */
  function create(config: Config): Handler;
  /** Fills an element with tiles of institutions; one that is pressed opens Link. Needs no `this`. */
  function createEmbedded(config: Config, element: Element): EmbeddedHandler;
  /** The version of the server that served the script. */
  const version: string;

  interface Config {
    /** The link_token. */
    token: string | null;
    /** An institution was linked. The first argument is null after a session of several Items. */
    onSuccess: (publicToken: string | null, metadata: SuccessMetadata) => void;
    /** The person left, or Link could not begin. */
    onExit?: ((error: LinkError | null, metadata: ExitMetadata) => void) | undefined;
    /** Something happened; called as it happens. */
    onEvent?: ((eventName: string, metadata: EventMetadata) => void) | undefined;
    /** Link is loaded. `open()` may be called before. */
    onLoad?: (() => void) | undefined;
    /** The whole address at which the page found itself after a visit to a bank; absent the first time. */
    receivedRedirectUri?: string | null | undefined;
    /** Keys of older integrations are accepted and do nothing. */
    [legacy: string]: unknown;
  }

  interface Handler {
    /** Opens Link over the page. */
    open(): void;
    /** Closes Link; without `force` the person may be asked first. A callback follows in every case. */
    exit(options?: ExitOptions): void;
    /** Answers with the event LAYER_NOT_AVAILABLE, or LAYER_AUTOFILL_NOT_AVAILABLE. */
    submit(data: { phone_number: string } | { date_of_birth: string }): void;
    /** Removes everything from the page. No callback follows. */
    destroy(): void;
  }

  interface ExitOptions {
    force?: boolean;
  }

  interface EmbeddedHandler {
    destroy(): void;
  }

  interface Institution {
    name: string;
    institution_id: string;
  }

  interface Account {
    id: string;
    name: string;
    mask: string | null;
    type: string;
    subtype: string;
    verification_status: string | null;
    class_type: string | null;
  }

  interface LinkError {
    error_type: string;
    error_code: string;
    error_message: string;
    display_message: string | null;
  }

  interface SuccessMetadata {
    institution: Institution | null;
    accounts: Account[];
    /** The account, where exactly one was chosen. */
    account: Account | null;
    account_id: string | null;
    public_token: string | null;
    link_session_id: string;
    transfer_status: string | null;
  }

  interface ExitMetadata {
    institution: Institution | null;
    /** Where the person was; null when Link could not begin. */
    status: string | null;
    link_session_id: string;
    request_id: string;
  }

  interface EventMetadata {
    account_number_mask: string | null;
    brand_name: string | null;
    error_code: string | null;
    error_message: string | null;
    error_type: string | null;
    exit_status: string | null;
    institution_id: string | null;
    institution_name: string | null;
    institution_search_query: string | null;
    is_update_mode: string | null;
    link_session_id: string;
    match_reason: string | null;
    mfa_type: string | null;
    request_id: string;
    routing_number: string | null;
    selection: string | null;
    /** ISO 8601 with milliseconds; later than that of every earlier event of the session. */
    timestamp: string;
    view_name: string | null;
    view_variant: string | null;
  }
}

interface Window {
  Plaid: typeof Plaid;
}
