/**
 * Feedback on answers over HTTP: one's own, and that of one's units for those who keep the knowledge. Turns are in
 * {@link bangban.web.chat}.
 */
@NullMarked
package bangban.web.feedback;

import org.jspecify.annotations.NullMarked;
