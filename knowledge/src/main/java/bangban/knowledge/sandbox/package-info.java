/**
 * Reads files in processes of their own, with limits on memory, time and output, and without a network. What the formats are and how
 * they are read is {@link bangban.knowledge.parse}'s.
 */
@NullMarked
package bangban.knowledge.sandbox;

import org.jspecify.annotations.NullMarked;
