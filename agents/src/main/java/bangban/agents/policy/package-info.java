/**
 * Answers questions about rules from the rules themselves: the answer first, then the clause. It searches and quotes; it decides no
 * permission and invents no number.
 */
@NullMarked
package bangban.agents.policy;

import org.jspecify.annotations.NullMarked;
