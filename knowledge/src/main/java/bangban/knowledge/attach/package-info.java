/**
 * Files that people bring into a conversation: read at once, found by their owner in that conversation only, and put into it when they
 * are sent. What a conversation is, and what is asked of the files, is not known here.
 */
@NullMarked
package bangban.knowledge.attach;

import org.jspecify.annotations.NullMarked;
