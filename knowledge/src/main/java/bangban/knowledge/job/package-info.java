/**
 * Files on their way into the knowledge base, kept until each has ended: what was accepted outlives a crash, several processes share the
 * work, and everyone sees how far theirs is. How one file is read and written is in {@code ingest}.
 */
@NullMarked
package bangban.knowledge.job;

import org.jspecify.annotations.NullMarked;
