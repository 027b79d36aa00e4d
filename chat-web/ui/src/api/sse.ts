/** One event of a server-sent event stream. */
export interface ServerEvent {
  id: string | null;
  data: string;
}

/**
 * Parses a server-sent event stream as it arrives (HTML Living Standard, 9.2.6): line ends LF, CRLF or CR, possibly
 * cut anywhere; comments ignored; several data lines joined by LF. An event not ended by an empty line is not given.
 */
export class EventStreamParser {
  #rest = '';
  #id: string | null = null;
  #data: string[] = [];

  push(text: string): ServerEvent[] {
    this.#rest += text;
    const events: ServerEvent[] = [];
    for (;;) {
      const end = this.#rest.search(/[\r\n]/);
      if (end < 0) return events;
      const crlf = this.#rest[end] === '\r';
      // A CR that is the last character so far may be the first half of CRLF.
      if (crlf && end === this.#rest.length - 1) return events;
      const line = this.#rest.slice(0, end);
      this.#rest = this.#rest.slice(end + (crlf && this.#rest[end + 1] === '\n' ? 2 : 1));
      const event = this.#line(line);
      if (event) events.push(event);
    }
  }

  #line(line: string): ServerEvent | null {
    if (line === '') {
      const data = this.#data;
      this.#data = [];
      return data.length > 0 ? { id: this.#id, data: data.join('\n') } : null;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    if (field === 'id') this.#id = value;
    return null;
  }
}
