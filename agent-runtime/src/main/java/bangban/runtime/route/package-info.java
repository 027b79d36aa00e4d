/**
 * Which agent a message is for: mentions, the intent classifier, and messages that hold several requests.
 * What an agent then does with its request, and how examples are stored, is for others.
 */
@NullMarked
package bangban.runtime.route;

import org.jspecify.annotations.NullMarked;
