/**
 * How fast documents are added, against how fast they could be encoded at best, and how fast PDFs are read. What is written for it comes
 * from a seed or from a folder.
 */
@NullMarked
package bangban.bench.ingest;

import org.jspecify.annotations.NullMarked;
