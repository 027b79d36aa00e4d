import { describe, expect, it } from 'vitest';
import { EventStreamParser } from './sse';

describe('EventStreamParser', () => {
  it('gives an event when its empty line has come, with its id', () => {
    const parser = new EventStreamParser();
    expect(parser.push('id:3\ndata:{"a":1}\n')).toEqual([]);
    expect(parser.push('\n')).toEqual([{ id: '3', data: '{"a":1}' }]);
  });

  it('gives the same events wherever the stream is cut', () => {
    const stream = ': hello\r\n\r\nid: 1\r\ndata: 第一句\r\n\r\nid: 2\ndata: a\ndata: b\n\nid: 3\rdata: c\r\r\n';
    const whole = [
      { id: '1', data: '第一句' },
      { id: '2', data: 'a\nb' },
      { id: '3', data: 'c' },
    ];
    for (let cut = 0; cut <= stream.length; cut++) {
      const parser = new EventStreamParser();
      expect([...parser.push(stream.slice(0, cut)), ...parser.push(stream.slice(cut))]).toEqual(whole);
    }
  });

  it('takes away one space after the colon and no more', () => {
    expect(new EventStreamParser().push('data:  x\n\n')).toEqual([{ id: null, data: ' x' }]);
  });

  it('gives nothing for comments and unknown fields', () => {
    expect(new EventStreamParser().push(': keep alive\n\nretry: 10\nevent: x\n\n')).toEqual([]);
  });
});
