/** How well and how fast text on pictures of pages is recognised. The pages are drawn here; nothing here reads them. */
@NullMarked
package bangban.bench.ocr;

import org.jspecify.annotations.NullMarked;
