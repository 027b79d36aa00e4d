/**
 * Pictures of pages to lines of text with their places, and the rules drawn between them. Nothing here knows of documents, or of what the
 * lines mean.
 */
@NullMarked
package bangban.knowledge.ocr;

import org.jspecify.annotations.NullMarked;
