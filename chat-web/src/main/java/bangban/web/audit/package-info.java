/**
 * The audit log over HTTP, to be read only. What is recorded is for the features to say.
 */
@NullMarked
package bangban.web.audit;

import org.jspecify.annotations.NullMarked;
