/**
 * Everything that goes wrong, as a problem detail in the caller's language. Where it is thrown is each feature's business.
 */
@NullMarked
package bangban.web.problem;

import org.jspecify.annotations.NullMarked;
