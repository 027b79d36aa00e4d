/**
 * Who someone is and how they prove it: accounts, passwords, tokens. What they may see is decided where the data is.
 */
@NullMarked
package bangban.runtime.identity;

import org.jspecify.annotations.NullMarked;
